import IntegrationKit
import OutboundHTTP

/// What the integration makes once: one HTTP client for all calls to Telegram.
struct ClinicServices: IntegrationServices {
    /// A local server can stand in for Telegram: `TELEGRAM_URL=http://127.0.0.1:8081`.
    static let originOverrides = [OriginOverride(setting: "TELEGRAM_URL", origin: TelegramBot.origin)]

    private let http: HTTPClient
    private let origin: String

    init(settings: ServiceSettings) async throws {
        origin = settings.origin(TelegramBot.origin)
        http = HTTPClient(allowing: settings.descriptor.outgoingDomains, standIns: settings.origins.values)
    }

    func shutdown() async {
        await http.shutdown()
    }

    func bot(_ environment: TelegramClinic.Environment.Provision) -> TelegramBot {
        TelegramBot(http: http, origin: origin, token: environment.telegramBotToken)
    }
}

extension TelegramClinic {
    typealias Services = ClinicServices
}

extension ToolContext<TelegramClinic> {
    var bot: TelegramBot { services.bot(environment.provision) }
}
