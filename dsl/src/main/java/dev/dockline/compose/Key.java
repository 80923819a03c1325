package dev.dockline.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of a service that a flag of {@code docker run} stands for, in the same words. */
enum Key {
    PORTS("ports", "-p", Shape.LIST),
    EXPOSE("expose", "--expose", Shape.LIST),
    VOLUMES("volumes", "-v", Shape.LIST),
    TMPFS("tmpfs", "--tmpfs", Shape.LIST),
    LINKS("external_links", "--link", Shape.LIST),
    DNS("dns", "--dns", Shape.LIST),
    DNS_SEARCH("dns_search", "--dns-search", Shape.LIST),
    DNS_OPT("dns_opt", "--dns-option", Shape.LIST),
    EXTRA_HOSTS("extra_hosts", "--add-host", Shape.LIST),
    HOSTNAME("hostname", "-h", Shape.TEXT),
    DOMAINNAME("domainname", "--domainname", Shape.TEXT),
    ENVIRONMENT("environment", "-e", Shape.PAIRS),
    ENV_FILE("env_file", "--env-file", Shape.LIST),
    LABELS("labels", "-l", Shape.PAIRS),
    ANNOTATIONS("annotations", "--annotation", Shape.PAIRS),
    USER("user", "-u", Shape.TEXT),
    WORKING_DIR("working_dir", "-w", Shape.TEXT),
    RESTART("restart", "--restart", Shape.TEXT),
    PLATFORM("platform", "--platform", Shape.TEXT),
    PULL_POLICY("pull_policy", "--pull", Shape.TEXT),
    TTY("tty", "-t", Shape.WORD),
    STDIN_OPEN("stdin_open", "-i", Shape.WORD),
    INIT("init", "--init", Shape.WORD),
    PRIVILEGED("privileged", "--privileged", Shape.WORD),
    READ_ONLY("read_only", "--read-only", Shape.WORD),
    CAP_ADD("cap_add", "--cap-add", Shape.LIST),
    CAP_DROP("cap_drop", "--cap-drop", Shape.LIST),
    GROUP_ADD("group_add", "--group-add", Shape.LIST),
    SECURITY_OPT("security_opt", "--security-opt", Shape.LIST),
    SYSCTLS("sysctls", "--sysctl", Shape.PAIRS),
    STORAGE_OPT("storage_opt", "--storage-opt", Shape.MAP),
    SHM_SIZE("shm_size", "--shm-size", Shape.TEXT),
    MEM_LIMIT("mem_limit", "-m", Shape.TEXT),
    MEM_RESERVATION("mem_reservation", "--memory-reservation", Shape.TEXT),
    MEMSWAP_LIMIT("memswap_limit", "--memory-swap", Shape.TEXT),
    MEM_SWAPPINESS("mem_swappiness", "--memory-swappiness", Shape.NUMBER),
    CPUS("cpus", "--cpus", Shape.TEXT),
    CPU_SHARES("cpu_shares", "--cpu-shares", Shape.NUMBER),
    CPU_PERIOD("cpu_period", "--cpu-period", Shape.NUMBER),
    CPU_QUOTA("cpu_quota", "--cpu-quota", Shape.NUMBER),
    CPU_RT_PERIOD("cpu_rt_period", "--cpu-rt-period", Shape.NUMBER),
    CPU_RT_RUNTIME("cpu_rt_runtime", "--cpu-rt-runtime", Shape.NUMBER),
    CPUSET("cpuset", "--cpuset-cpus", Shape.TEXT),
    CGROUP_PARENT("cgroup_parent", "--cgroup-parent", Shape.TEXT),
    PID("pid", "--pid", Shape.TEXT),
    IPC("ipc", "--ipc", Shape.TEXT),
    UTS("uts", "--uts", Shape.TEXT),
    USERNS_MODE("userns_mode", "--userns", Shape.TEXT),
    PIDS_LIMIT("pids_limit", "--pids-limit", Shape.NUMBER),
    OOM_KILL_DISABLE("oom_kill_disable", "--oom-kill-disable", Shape.WORD),
    OOM_SCORE_ADJ("oom_score_adj", "--oom-score-adj", Shape.NUMBER),
    RUNTIME("runtime", "--runtime", Shape.TEXT),
    STOP_SIGNAL("stop_signal", "--stop-signal", Shape.TEXT),
    LOG_DRIVER("logging/driver", "--log-driver", Shape.TEXT),
    LOG_OPTIONS("logging/options", "--log-opt", Shape.MAP),
    BLKIO_WEIGHT("blkio_config/weight", "--blkio-weight", Shape.NUMBER),
    HEALTH_INTERVAL("healthcheck/interval", "--health-interval", Shape.TEXT),
    HEALTH_TIMEOUT("healthcheck/timeout", "--health-timeout", Shape.TEXT),
    HEALTH_RETRIES("healthcheck/retries", "--health-retries", Shape.NUMBER),
    HEALTH_START_PERIOD("healthcheck/start_period", "--health-start-period", Shape.TEXT),
    HEALTH_START_INTERVAL("healthcheck/start_interval", "--health-start-interval", Shape.TEXT),
    HEALTH_DISABLE("healthcheck/disable", "--no-healthcheck", Shape.WORD);

    /** How a key holds what its flag says. */
    enum Shape {
        TEXT,
        NUMBER,
        WORD,
        LIST,
        /** A list of {@code key=value}, or a map. */
        PAIRS,
        /** A map, never a list. */
        MAP
    }

    private final List<String> path;
    private final String flag;
    private final Shape shape;

    Key(String path, String flag, Shape shape) {
        this.path = List.of(path.split("/"));
        this.flag = flag;
        this.shape = shape;
    }

    List<String> path() {
        return path;
    }

    String flag() {
        return flag;
    }

    Shape shape() {
        return shape;
    }

    static Optional<Key> ofFlag(String flag) {
        return Arrays.stream(values()).filter(key -> key.flag.equals(flag)).findFirst();
    }

    static Optional<Key> at(List<String> path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }
}
