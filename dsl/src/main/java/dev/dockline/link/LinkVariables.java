package dev.dockline.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables that a link gives a container, by the rules of Docker 28. */
final class LinkVariables {
    private static final Set<String> LEFT_OUT = Set.of("HOME", "PATH");
    private static final List<String> PROTOCOLS = List.of("tcp", "sctp", "udp");

    private record Port(int number, String protocol) {
        static Port parse(String text) {
            var parts = text.split("/");
            return new Port(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : "tcp");
        }
    }

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final String prefix;
    private final String address;

    private LinkVariables(String alias, String address) {
        this.prefix = alias.toUpperCase(Locale.ROOT).replace('-', '_');
        this.address = address;
    }

    /**
     * The variables of one link.
     *
     * @param owner the linking container's name
     * @param alias the name the target has in it
     * @param address the target's address
     * @param exposed the target's ports, in the form {@code 5432/tcp}
     * @param environment the target's own variables, in the form {@code KEY=value}
     */
    static Map<String, String> of(
            String owner, String alias, String address, List<String> exposed, List<String> environment) {
        var link = new LinkVariables(alias, address);
        link.ports(exposed.stream()
                .map(Port::parse)
                .sorted(Comparator.comparingInt((Port port) -> PROTOCOLS.indexOf(port.protocol()))
                        .thenComparingInt(Port::number))
                .toList());
        link.variables.put(link.prefix + "_NAME", "/" + owner + "/" + alias);
        link.environment(environment);
        return link.variables;
    }

    private void ports(List<Port> ports) {
        if (!ports.isEmpty()) {
            variables.put(prefix + "_PORT", url(ports.get(0)));
        }
        var run = new ArrayList<Port>();
        for (var port : ports) {
            boolean follows =
                    !run.isEmpty() && run.get(run.size() - 1).equals(new Port(port.number() - 1, port.protocol()));
            if (!follows) {
                end(run);
            }
            run.add(port);
            port(port);
        }
        end(run);
    }

    private void port(Port port) {
        String name = name(port);
        variables.put(name, url(port));
        variables.put(name + "_ADDR", address);
        variables.put(name + "_PORT", String.valueOf(port.number()));
        variables.put(name + "_PROTO", port.protocol());
    }

    private void end(List<Port> run) {
        if (run.size() > 1) {
            var first = run.get(0);
            var last = run.get(run.size() - 1);
            variables.put(name(first) + "_START", url(first));
            variables.put(name(first) + "_PORT_START", String.valueOf(first.number()));
            variables.put(name(first) + "_END", url(last));
            variables.put(name(first) + "_PORT_END", String.valueOf(last.number()));
        }
        run.clear();
    }

    private void environment(List<String> environment) {
        for (var variable : environment) {
            int equals = variable.indexOf('=');
            if (equals > 0 && !LEFT_OUT.contains(variable.substring(0, equals))) {
                variables.put(prefix + "_ENV_" + variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
    }

    private String name(Port port) {
        return prefix + "_PORT_" + port.number() + "_" + port.protocol().toUpperCase(Locale.ROOT);
    }

    private String url(Port port) {
        return port.protocol() + "://" + address + ":" + port.number();
    }
}
