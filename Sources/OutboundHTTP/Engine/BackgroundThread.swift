#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread of the operating system for work that blocks, which the cooperative pool must not do.
enum BackgroundThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        func run() {
            // A peer that hangs up while OpenSSL writes must be an error code, not a signal that ends the process.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            body()
        }
    }

    /// Runs `body` on a new detached thread.
    ///
    /// - Returns: `false` when the system gives no thread; then `body` does not run.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let context = Unmanaged.passRetained(Work(body)).toOpaque()
        guard create(context) else {
            Unmanaged<Work>.fromOpaque(context).release()
            return false
        }
        return true
    }

    #if canImport(Darwin)
        private static func create(_ context: UnsafeMutableRawPointer) -> Bool {
            var thread: pthread_t?
            guard pthread_create(&thread, nil, enter, context) == 0 else { return false }
            if let thread { pthread_detach(thread) }
            return true
        }
    #else
        private static func create(_ context: UnsafeMutableRawPointer) -> Bool {
            var thread = pthread_t()
            guard pthread_create(&thread, nil, enter, context) == 0 else { return false }
            pthread_detach(thread)
            return true
        }
    #endif

    fileprivate static func run(_ context: UnsafeMutableRawPointer) {
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
    }
}

/// The thread's entry: takes over the reference that ``BackgroundThread/start(_:)`` retained. A function of the file,
/// since Swift 6.3's compiler crashes (in the SendNonSendable pass) over a closure in its place.
private func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { BackgroundThread.run(context) }
    return nil
}
