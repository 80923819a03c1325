package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a container uses, at one moment.
 *
 * @param cpu the part of one processor in percent: 150 is one and a half
 * @param memory how many bytes of memory, without the page cache that the kernel can take back
 * @param memoryLimit how many bytes it may use, 0 where that is not known
 * @param received how many bytes came in over its networks
 * @param sent how many bytes went out over its networks
 * @param read how many bytes it read from disks
 * @param written how many bytes it wrote to disks
 * @param programs how many processes and threads it runs
 */
public record StatsState(
        double cpu, long memory, long memoryLimit, long received, long sent, long read, long written, long programs) {
    private static final double PERCENT = 100;

    /** Reads the answer to a stats request as the docker CLI does. */
    public static StatsState of(JsonNode json) {
        long received = 0;
        long sent = 0;
        for (var network : json.path("networks")) {
            received += network.path("rx_bytes").asLong();
            sent += network.path("tx_bytes").asLong();
        }
        var memory = json.path("memory_stats");
        var counts = memory.path("stats");
        long cache = counts.path("total_inactive_file")
                .asLong(counts.path("inactive_file").asLong());
        long usage = memory.path("usage").asLong();
        return new StatsState(
                cpu(json.path("cpu_stats"), json.path("precpu_stats")),
                cache < usage ? usage - cache : usage,
                memory.path("limit").asLong(),
                received,
                sent,
                disk(json, "read"),
                disk(json, "write"),
                json.path("pids_stats").path("current").asLong());
    }

    private static double cpu(JsonNode now, JsonNode before) {
        double used = now.path("cpu_usage").path("total_usage").asDouble()
                - before.path("cpu_usage").path("total_usage").asDouble();
        double passed = now.path("system_cpu_usage").asDouble()
                - before.path("system_cpu_usage").asDouble();
        int processors = now.path("online_cpus")
                .asInt(now.path("cpu_usage").path("percpu_usage").size());
        return passed > 0 && used > 0 ? used / passed * Math.max(1, processors) * PERCENT : 0;
    }

    private static long disk(JsonNode json, String operation) {
        long bytes = 0;
        for (var entry : json.path("blkio_stats").path("io_service_bytes_recursive")) {
            if (entry.path("op").asText().equalsIgnoreCase(operation)) {
                bytes += entry.path("value").asLong();
            }
        }
        return bytes;
    }
}
