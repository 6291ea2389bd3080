/// The contracts that every manifest has, written in the manifest language itself.
///
/// They follow the platform's messaging tool schemas: handles are snake_case, wire names are the platform's. A
/// message goes to `recipient.address`, or without one to `subscription.identifier_value`.
package enum PredeclaredContracts {
    /// The contracts, `message.send` first, and their parts, by handle.
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
          bulk_send:
            description: Many messages to send over a channel at once.
            fields:
              channel: { type: message.channel, description: The channel to send over }
              recipients:
                type: [message.bulk_recipient]
                min_items: 1
                max_items: 10000
                description: Where the messages go, and what each says
              schedule: { type: 'message.schedule?', description: When they are sent; at once without it }
          bulk_sent:
            description: Whether a provider took a batch of messages.
            fields:
              status: { type: STRING, options: [accepted, failed], description: Whether the batch was taken }
              external_chunk_id:
                type: 'STRING?'
                wire: externalChunkId
                description: The provider's id of the batch, to ask for its state
              accepted_count: { type: INTEGER, wire: acceptedCount, min: 0, description: How many were taken }
              rejected_count: { type: 'INTEGER?', wire: rejectedCount, min: 0, description: How many were refused }
          bulk_status:
            description: Asks how a batch of messages fares.
            fields:
              channel: { type: message.channel, description: The channel that the batch was sent over }
              external_chunk_id: { type: STRING, wire: externalChunkId, description: The provider's id of the batch }
          bulk_state:
            description: How a batch of messages fares.
            fields:
              external_chunk_id: { type: STRING, wire: externalChunkId, description: The provider's id of the batch }
              status: { type: STRING, description: The provider's word for the state of the batch }
              complete: { type: BOOLEAN, description: Whether nothing more will change }
              mock: { type: 'BOOLEAN?', description: Whether nothing was really sent }
              stats: { type: 'message.bulk_stats?', description: How many messages are in which state }
              messages: { type: [message.bulk_message], description: The state of each message that is known }
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
              file_id: { type: 'STRING?', wire: fileId, description: The file as the platform keeps it }
              reference: { type: 'STRING?', description: The provider's id of the file once it has been handed over }
          upload:
            description: A file to hand to the provider for a message.
            fields:
              channel: { type: message.channel, description: The channel of the message }
              file: { type: FILE, max_size: 1GB, description: The file }
          uploaded:
            description: A file that the provider has.
            fields:
              reference: { type: STRING, description: The provider's id of the file }
          react:
            description: An emoji for a message.
            fields:
              channel: { type: message.channel, description: The channel of the message }
              recipient: { type: message.recipient, description: Who the conversation is with }
              message_id: { type: STRING, wire: messageId, description: The provider's id of the message }
              emoji: { type: 'STRING?', description: The emoji; without one the reaction is taken back }
          template_list:
            description: Asks for the texts that may be sent when nothing else may be.
            fields:
              channel: { type: message.channel, description: The channel that they are sent over }
          template_offer:
            description: A text that the provider has approved.
            fields:
              id: { type: STRING, description: By which it is sent }
              name: { type: STRING, description: What people read in the list }
              language: { type: 'STRING?', description: The language of the text }
              text: { type: LONG_STRING, description: 'The text; a variable stands in it as {{name}}' }
              variables: { type: [message.template_variable], description: What is filled in }
          template_variable:
            description: Something in a text that is filled in when it is sent.
            fields:
              name: { type: STRING, description: 'The name, as it stands in the text' }
              label: { type: 'STRING?', description: What people read beside the input }
              example: { type: 'STRING?', description: A value that it could have }
          template_use:
            description: An approved text with its variables filled in.
            fields:
              id: { type: STRING, description: The id of the text }
              texts: { type: [message.template_text], description: What is filled in }
          template_text:
            description: The value of a variable.
            fields:
              name: { type: STRING, description: The variable's name }
              text: { type: STRING, description: What is filled in }
          bulk_recipient:
            description: One message of a batch.
            fields:
              address: { type: STRING, description: Where the message goes }
              rendered_body: { type: STRING, wire: renderedBody, description: What the message says }
              instance_id: { type: 'STRING?', wire: instanceId, description: The instance that the message is for }
              thread_id: { type: 'STRING?', wire: threadId, description: The thread of the message }
              message_id: { type: 'STRING?', wire: messageId, description: The message's id }
              contact_id: { type: 'STRING?', wire: contactId, description: The contact's id }
          schedule:
            description: When messages are sent.
            fields:
              at: { type: DATETIME, description: The time }
          bulk_stats:
            description: How many messages of a batch are in which state.
            fields:
              total: { type: 'INTEGER?', description: All messages }
              recipients: { type: 'INTEGER?', description: People that messages go to }
              attempts: { type: 'INTEGER?', description: Attempts to send }
              unaddressable: { type: 'INTEGER?', description: Messages without a usable address }
              queued: { type: 'INTEGER?', description: Messages that wait }
              sent: { type: 'INTEGER?', description: Messages that left }
              scheduled: { type: 'INTEGER?', description: Messages that wait for their time }
              delivered: { type: 'INTEGER?', description: Messages that arrived }
              read: { type: 'INTEGER?', description: Messages that were read }
              undelivered: { type: 'INTEGER?', description: Messages that did not arrive }
              failed: { type: 'INTEGER?', description: Messages that could not be sent }
              canceled: { type: 'INTEGER?', description: Messages that were called back }
          bulk_message:
            description: The state of one message of a batch.
            fields:
              address: { type: STRING, description: Where the message went }
              status: { type: STRING, description: The provider's word for its state }
              message_id: { type: 'STRING?', wire: messageId, description: The message's id }
              error_code:
                type: 'STRING?'
                wire: errorCode
                coerce: [INTEGER]
                description: The provider's code of what went wrong
              error_message: { type: 'STRING?', wire: errorMessage, description: What went wrong, in words }
        """
}
