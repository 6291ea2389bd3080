/// An entry of `subscriptions:`: something that the provider is to send, as the state that is wanted.
package struct SubscriptionDeclaration: Declaration {
    package var heading: Heading
    package var webhook: Reference
    /// What the provider's interface calls for; its texts may be templates.
    package var spec: ManifestValue
    package var specSpan: SourceSpan
    /// The templates in `spec`, in order.
    package var templates: [TemplateSource]
    /// One for each instance of this model.
    package var model: Reference?
    /// The install variable, or the field of `model`, that keeps the provider's id.
    package var store: Reference?
    /// How long before its end it is made again.
    package var renewalLead: ManifestDuration?
}
