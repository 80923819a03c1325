package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Container;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the model says with what is there: threads, sockets, folders. */
final class Reality {
    private final Daemon daemon;

    Reality(Daemon daemon) {
        this.daemon = daemon;
    }

    void check(List<String> broken) {
        var containers = daemon.model().containers();
        for (var container : containers.all()) check(container, broken);
        for (var id : daemon.runs().keySet()) {
            if (containers.byId(id).isEmpty())
                broken.add("a program runs for the container " + id + " that is not there");
        }
        var ids = new TreeSet<String>();
        containers.all().forEach(container -> ids.add(container.id()));
        for (var id : daemon.storage().containers()) {
            if (!ids.contains(id)) broken.add("there are files of the container " + id + " that is not there");
        }
        var volumes = new TreeSet<String>();
        daemon.model().volumes().all().forEach(volume -> volumes.add(volume.name()));
        same("volumes", volumes, daemon.storage().volumes(), broken);
    }

    private void check(Container container, List<String> broken) {
        var run = daemon.runs().get(container.id());
        var name = container.name();
        if (container.state().running() != (run != null))
            broken.add(name + " is " + container.state().status().word() + " and "
                    + (run == null ? "has no program" : "has a program"));
        if (run != null && run.ports().count() != container.published().size())
            broken.add(name + " holds " + run.ports().count() + " sockets for "
                    + container.published().size() + " ports");
        if (run == null && !daemon.fabric().isQuiet(container.id())) broken.add(name + " does not run and listens");
        if (daemon.output(container) == null) broken.add(name + " has no log");
    }

    private static void same(String what, Set<String> known, List<String> stored, List<String> broken) {
        var there = new HashSet<>(stored);
        if (!there.equals(known)) broken.add("the folders of " + what + " are " + there + " and should be " + known);
    }
}
