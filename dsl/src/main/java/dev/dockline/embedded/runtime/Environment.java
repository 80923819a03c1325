package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables a process of a container gets, in Docker's order: the links' first, so that the container's own win. */
final class Environment {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Environment() {}

    static Map<String, String> of(Model model, Container container, boolean tty, List<String> more, String home) {
        var env = new LinkedHashMap<String, String>();
        env.put("PATH", PATH);
        env.put("HOSTNAME", container.hostname());
        if (tty) env.put("TERM", "xterm");
        model.links().environment(container).forEach(entry -> put(env, entry));
        container.config().env().forEach(entry -> put(env, entry));
        more.forEach(entry -> put(env, entry));
        env.putIfAbsent("HOME", home);
        return env;
    }

    private static void put(Map<String, String> env, String entry) {
        var key = Config.key(entry);
        // An entry without a value takes the variable away.
        if (key.length() == entry.length()) env.remove(key);
        else env.put(key, entry.substring(key.length() + 1));
    }
}
