/// The contracts that every manifest has, written in the manifest language itself.
///
/// They follow the platform's messaging tool schemas: handles are snake_case, wire names are the platform's. A
/// message goes to `recipient.address`, or without one to `subscription.identifier_value`.
package enum PredeclaredContracts {
    /// `message.send`, `message.sent` and their parts, by handle.
    package static let records: Declarations<RecordDeclaration> = read().records

    /// The same as symbols, for looking up types.
    static let symbols: SymbolTable = read().symbols

    /// All handles begin with this.
    static let prefix = "message."

    private static func read() -> (records: Declarations<RecordDeclaration>, symbols: SymbolTable) {
        let file = SourceFile(path: SourceFile.predeclaredPath, text: text)
        var decoder = GrammarDecoder(sources: [file.path: SourceText(file)])
        var assembler = ManifestAssembler(sources: [file.path: SourceText(file)], symbols: SymbolTable())
        guard let node = SyntaxParser.parse(file).root, let root = decoder.root(node) else {
            return (Declarations(), SymbolTable())
        }
        assembler.symbols.collect(root, prefix: prefix)
        let records = root.map("types").map { entry in
            var record = assembler.record(entry)
            record.heading.handle = prefix + record.heading.handle
            record.isPredeclared = true
            return record
        }
        return (Declarations(records), assembler.symbols)
    }

    /// The contracts as an author would write them; each handle below gets the prefix `message.`.
    static let text = """
        manifest: 1
        handle: predeclared
        name: Predeclared contracts
        version: 1.0.0
        types:
          send:
            description: A message to send over a channel.
            fields:
              channel: { type: message.channel, description: The channel to send over }
              subscription: { type: 'message.subscription?', description: The subscription that the message answers }
              contact: { type: 'message.contact?', description: The contact that the message is for }
              recipient: { type: 'message.recipient?', description: Where the message goes }
              message: { type: message.content, description: The message itself }
          sent:
            description: What became of a message that was sent.
            fields:
              status: { type: STRING, options: [sent, queued, failed], description: What became of the message }
              remote_id: { type: 'STRING?', wire: remoteId, description: The provider's id of the message }
          channel:
            description: The channel of a message.
            fields:
              id: { type: STRING, description: The channel's id }
              handle: { type: STRING, description: The channel's handle in the manifest }
              identifier_value: { type: STRING, wire: identifierValue, description: What identifies the channel }
          subscription:
            description: A person's subscription to a channel.
            fields:
              id: { type: STRING, description: The subscription's id }
              identifier_value: { type: STRING, wire: identifierValue, description: The person's address }
          contact:
            description: The contact that a message is for.
            fields:
              id: { type: STRING, description: The contact's id }
              name: { type: 'STRING?', description: The contact's name }
          recipient:
            description: Where a message goes.
            fields:
              address: { type: STRING, description: The address }
              name: { type: 'STRING?', description: The recipient's name }
              participant_id: { type: 'STRING?', wire: participantId, description: The participant's id }
              contact_id: { type: 'STRING?', wire: contactId, description: The contact's id }
          content:
            description: What a message says.
            fields:
              id: { type: STRING, description: The message's id; the key under which a send happens once }
              content: { type: STRING, description: The text }
              content_raw: { type: 'STRING?', wire: contentRaw, description: The text with its markup }
              title: { type: 'STRING?', description: The subject }
              attachments: { type: '[message.attachment]?', description: Files that go with the message }
          attachment:
            description: A file that goes with a message.
            fields:
              filename: { type: STRING, description: The file's name }
              url: { type: STRING, description: Where the file can be fetched }
              mime_type: { type: STRING, wire: mimeType, description: The file's MIME type }
              size: { type: INTEGER, description: The file's size in bytes }
        """
}
