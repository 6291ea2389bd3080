import IntegrationServer

@main
enum Main {
    static func main() async {
        await IntegrationMain<TelegramClinic>.run()
    }
}
