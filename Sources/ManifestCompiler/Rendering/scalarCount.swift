extension StringProtocol {
    /// How many Unicode scalars it has: what widths are measured in. `unicodeScalars.count` walks them one by one, and
    /// costs several times as much.
    var scalarCount: Int { utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
