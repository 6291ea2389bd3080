-- wrk script: posts pre-signed deliveries in turn. The file named by DELIVERIES has one delivery a line:
-- signature, tab, body.
local deliveries, turn = {}, 0

-- wrk calls this when it knows the host, which wrk.format puts into each request.
init = function()
    for line in io.lines(os.getenv("DELIVERIES")) do
        local signature, body = line:match("^(%S+)\t(.*)$")
        deliveries[#deliveries + 1] = wrk.format("POST", nil, {
            ["Content-Type"] = "application/json",
            ["X-Hub-Signature-256"] = signature,
        }, body)
    end
end

request = function()
    turn = turn % #deliveries + 1
    return deliveries[turn]
end

done = function(summary, latency)
    local errors = summary.errors
    print(string.format("RESULT %.0f %.2f %.2f %d", summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
