-- wrk script: GETs, reported in the same form as the other scripts.
done = function(summary, latency)
    local errors = summary.errors
    print(string.format("RESULT %.0f %.2f %.2f %d", summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
