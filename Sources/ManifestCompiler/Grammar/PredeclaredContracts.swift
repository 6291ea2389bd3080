/// The contracts that every manifest has, written in the manifest language itself.
///
/// They follow the platform's messaging tool schemas: handles are snake_case, wire names are the platform's.
/// Address precedence for a send is `recipient.address`, then `subscription.identifier_value`.
package enum PredeclaredContracts {
    /// By handle; read once.
    package static let records = Declarations<RecordDeclaration>()
}
