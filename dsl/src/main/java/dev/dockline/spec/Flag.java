package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The flags of {@code docker run} that have no noun of their own, and where the API has what they say. */
public enum Flag {
    CAP_DROP(Kind.LIST, "HostConfig/CapDrop"),
    GROUP_ADD(Kind.LIST, "HostConfig/GroupAdd"),
    SECURITY_OPT(Kind.LIST, "HostConfig/SecurityOpt"),
    DNS_OPTION(Kind.LIST, "HostConfig/DnsOptions"),
    DNS_SEARCH(Kind.LIST, "HostConfig/DnsSearch"),
    SYSCTL(Kind.MAP, "HostConfig/Sysctls"),
    ANNOTATION(Kind.MAP, "HostConfig/Annotations"),
    STORAGE_OPT(Kind.MAP, "HostConfig/StorageOpt"),
    LOG_DRIVER(Kind.TEXT, "HostConfig/LogConfig/Type", "json-file", "journald"),
    LOG_OPT(Kind.MAP, "HostConfig/LogConfig/Config"),
    SHM_SIZE(Kind.BYTES, "HostConfig/ShmSize", "67108864", "65536000"),
    MEMORY_RESERVATION(Kind.BYTES, "HostConfig/MemoryReservation"),
    MEMORY_SWAP(Kind.BYTES, "HostConfig/MemorySwap"),
    MEMORY_SWAPPINESS(Kind.NUMBER, "HostConfig/MemorySwappiness", "-1"),
    CPU_SHARES(Kind.NUMBER, "HostConfig/CpuShares"),
    CPU_PERIOD(Kind.NUMBER, "HostConfig/CpuPeriod"),
    CPU_QUOTA(Kind.NUMBER, "HostConfig/CpuQuota"),
    CPU_RT_PERIOD(Kind.NUMBER, "HostConfig/CpuRealtimePeriod"),
    CPU_RT_RUNTIME(Kind.NUMBER, "HostConfig/CpuRealtimeRuntime"),
    CPUSET_CPUS(Kind.TEXT, "HostConfig/CpusetCpus"),
    CPUSET_MEMS(Kind.TEXT, "HostConfig/CpusetMems"),
    BLKIO_WEIGHT(Kind.NUMBER, "HostConfig/BlkioWeight"),
    CGROUP_PARENT(Kind.TEXT, "HostConfig/CgroupParent"),
    PID(Kind.TEXT, "HostConfig/PidMode"),
    IPC(Kind.TEXT, "HostConfig/IpcMode", "private", "shareable"),
    UTS(Kind.TEXT, "HostConfig/UTSMode"),
    USERNS(Kind.TEXT, "HostConfig/UsernsMode"),
    PIDS_LIMIT(Kind.NUMBER, "HostConfig/PidsLimit"),
    OOM_KILL_DISABLE(Kind.WORD, "HostConfig/OomKillDisable"),
    OOM_SCORE_ADJ(Kind.NUMBER, "HostConfig/OomScoreAdj"),
    RUNTIME(Kind.TEXT, "HostConfig/Runtime", "runc", "crun", "oci"),
    VOLUME_DRIVER(Kind.TEXT, "HostConfig/VolumeDriver"),
    STOP_SIGNAL(Kind.TEXT, "Config/StopSignal", "SIGTERM", "15"),
    STOP_TIMEOUT(Kind.NUMBER, "Config/StopTimeout"),
    DOMAINNAME(Kind.TEXT, "Config/Domainname"),
    HEALTH_TIMEOUT(Kind.DURATION, "Config/Healthcheck/Timeout"),
    HEALTH_START_PERIOD(Kind.DURATION, "Config/Healthcheck/StartPeriod"),
    HEALTH_START_INTERVAL(Kind.DURATION, "Config/Healthcheck/StartInterval"),
    NO_HEALTHCHECK(Kind.WORD, "Config/Healthcheck/Test/0");

    /** What kind of value a flag takes. */
    public enum Kind {
        /** None: the flag says it all. */
        WORD,
        TEXT,
        NUMBER,
        /** A number and b, k, m or g. */
        BYTES,
        /** {@code 1m30s}; nanoseconds to the API. */
        DURATION,
        /** May be given again and again. */
        LIST,
        /** {@code key=value}, again and again. */
        MAP
    }

    private final Kind kind;
    private final String path;
    private final List<String> defaults;

    Flag(Kind kind, String path, String... defaults) {
        this.kind = kind;
        this.path = path;
        this.defaults = List.of(defaults);
    }

    /** The flag of this name, without the dashes: {@code cap-drop}. */
    public static Optional<Flag> named(String name) {
        return Arrays.stream(values()).filter(flag -> flag.text().equals(name)).findFirst();
    }

    /** Its name, without the dashes. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Kind kind() {
        return kind;
    }

    /** Where an inspect has it: names with slashes between them. */
    public String path() {
        return path;
    }

    /** Whether engines have this where nothing was said. */
    public boolean isDefault(String value) {
        return value.isEmpty() || value.equals("0") || value.equals("false") || defaults.contains(value);
    }

    /**
     * A value in the one form that this flag has for it.
     *
     * @throws MalformedSetting if it is none of this kind
     */
    String checked(String value) {
        boolean fits = switch (kind) {
            case WORD -> value.isEmpty();
            case NUMBER -> value.matches("-?[0-9]{1,18}");
            case BYTES -> value.equals("-1") || !Memory.parse(value).cli().isEmpty();
            case DURATION -> !Durations.parse(value).isNegative();
            case MAP -> value.matches("(?s)[^=]+=.*");
            case TEXT, LIST -> !value.isEmpty();
        };
        if (!fits) {
            throw new MalformedSetting("option", value, "it is no value for " + text());
        }
        if (this == CAP_DROP) {
            return value.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
        }
        return switch (kind) {
            case BYTES -> value.equals("-1") ? value : Memory.parse(value).text();
            case DURATION -> Durations.parse(value).toMillis() + "ms";
            default -> value;
        };
    }
}
