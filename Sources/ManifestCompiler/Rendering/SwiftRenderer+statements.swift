extension SwiftRenderer {
    func write(_ statement: SwiftStatement, to layout: inout Layout) {
        switch statement {
        case .expression(let expression): write(expression, to: &layout)
        case .binding(let isVariable, let name, let type, let value):
            let head = "\(isVariable ? "var" : "let") \(SwiftKeywords.escaped(name))\(type.map { ": \($0)" } ?? "") ="
            writeAssignment(head, value, to: &layout)
        case .assignment(let target, let value):
            layout.group { layout in
                write(target, to: &layout)
                layout.text(" =")
                writeContinuation(value, to: &layout)
            }
        case .return(let value):
            layout.text(value == nil ? "return" : "return ")
            if let value { write(value, to: &layout) }
        case .throw(let value):
            layout.text("throw ")
            write(value, to: &layout)
        case .if(let conditions, let then):
            layout.text("if ")
            var renderer = self
            renderer.isInCondition = true
            layout.group { $0.indented { $0.list(conditions, write: renderer.write) } }
            layout.text(" ")
            writeBlock(then, to: &layout)
        case .guard(let conditions, let otherwise):
            layout.group { layout in
                layout.text("guard")
                layout.indented { layout in
                    layout.line()
                    var renderer = self
                    renderer.isInCondition = true
                    layout.group { $0.list(conditions, write: renderer.write) }
                }
                layout.line()
                layout.text("else ")
                writeBlock(otherwise, oneLine: otherwise.count == 1, to: &layout)
            }
        case .switch(let subject, let cases):
            layout.text("switch ")
            write(subject, to: &layout)
            layout.text(" {")
            layout.hardLine()
            layout.joined(cases, by: { $0.hardLine() }) { item, layout in
                layout.group { layout in
                    layout.text("\(item.pattern): ")
                    write(item.value, to: &layout)
                }
            }
            layout.hardLine()
            layout.text("}")
        }
    }

    /// `head value`, with the value on a line of its own where that is what it takes.
    func writeAssignment(_ head: String, _ value: SwiftExpression, to layout: inout Layout) {
        layout.group { layout in
            layout.text(head)
            writeContinuation(value, to: &layout)
        }
    }

    /// Calls, lists and closures break inside themselves; everything else goes to the next line as a whole.
    private func writeContinuation(_ value: SwiftExpression, to layout: inout Layout) {
        switch value {
        case .call, .array, .dictionary, .closure, .rawText, .document, .prefix(_, .call):
            layout.text(" ")
            write(value, to: &layout)
        default:
            layout.indented { layout in
                layout.line()
                write(value, to: &layout)
            }
        }
    }
}
