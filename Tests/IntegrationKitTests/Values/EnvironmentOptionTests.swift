import IntegrationKit
import Testing

@Suite("Variables with options")
struct EnvironmentOptionTests {
    private enum Region: OptionValue, EnvironmentConvertible {
        case europe
        case unknown(String)

        static var allCases: [Region] { [.europe] }

        var rawValue: String {
            switch self {
            case .europe: "eu"
            case .unknown(let value): value
            }
        }

        var label: String { rawValue }
    }

    private let variable = EnvironmentVariable(
        name: "REGION", label: "Region", checks: [.options(Region.allCases.map(\.rawValue))])

    @Test("one that is listed is read as its case, and written as it was read")
    func listed() {
        var reader = EnvironmentReader(["REGION": "eu"])
        let region = reader.required(variable, as: Region.self)
        #expect(region == .europe)
        #expect(region?.environmentText == "eu")
        #expect(reader.isComplete)
    }

    @Test("one that is not is refused by the variable's name, without its value")
    func unlisted() {
        var reader = EnvironmentReader(["REGION": "mars"])
        #expect(reader.required(variable, as: Region.self) == nil)
        let problem = reader.failure().description
        #expect(problem.hasPrefix("REGION "))
        #expect(!problem.contains("mars"))
    }
}
