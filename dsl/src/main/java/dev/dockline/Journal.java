package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.view.Listing;
import dev.dockline.view.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What verbs did on one connection, for as long as it is open: the last hundred. */
final class Journal {
    private static final int MOST = 100;
    private static final Map<String, Set<String>> VERBS = Map.of(
            "container",
                    Set.of(
                            "run",
                            "create",
                            "bring up",
                            "replace",
                            "start",
                            "stop",
                            "kill",
                            "pause",
                            "unpause",
                            "rename",
                            "remove"),
            "volume", Set.of("create", "remove"),
            "network", Set.of("create", "remove", "connect to", "disconnect from"));

    private final Docker docker;
    private final Deque<Done> done = new ArrayDeque<>();
    private final ThreadLocal<Done> doing = new ThreadLocal<>();

    Journal(Docker docker) {
        this.docker = docker;
    }

    /** A verb begins, on this thread; null for one within another. */
    Done begin(Act act) {
        if (doing.get() != null) {
            return null;
        }
        var begun = begun(act);
        doing.set(begun);
        return begun;
    }

    // An engine that does not answer is for the verb to tell; without what was before, nothing can be taken back.
    private Done begun(Act act) {
        try {
            return isKept(act) ? new Done(act, find(act.kind(), act.name()), true) : new Done(act, null, false);
        } catch (RuntimeException silent) {
            return new Done(act, null, false);
        }
    }

    /** It touched something. */
    void touched(String nameOrId) {
        var now = doing.get();
        if (now == null) {
            return;
        }
        now.touched(nameOrId);
        if (now.act().kind().equals("network")) {
            now.member(find("container", nameOrId));
        }
    }

    /** It is over, and did what it was to do or did not. */
    void end(Done ended, boolean well) {
        if (ended == null) {
            return;
        }
        doing.remove();
        if (!well || !ended.isKept()) {
            return;
        }
        var container = ended.act().kind().equals("container");
        try {
            ended.after(find(
                    ended.act().kind(), container ? ended.id() : ended.act().name()));
        } catch (RuntimeException silent) {
            // The verb is done; that it can no longer be taken back is no failure of it.
            return;
        }
        if (ended.changedAnything()) {
            add(ended);
        }
    }

    private synchronized void add(Done ended) {
        done.addLast(ended);
        if (done.size() > MOST) {
            done.removeFirst();
        }
    }

    private static boolean isKept(Act act) {
        return VERBS.getOrDefault(act.kind(), Set.of()).contains(act.verb());
    }

    /** Takes the latest out; null if there is none. */
    synchronized Done takeLatest() {
        return done.pollLast();
    }

    /** A container of this id is now what an inspect tells: it was made again, or started. */
    synchronized void follow(String id, JsonNode now) {
        done.forEach(each -> each.follow(id, now));
    }

    /** Puts one back that was not taken back after all. */
    synchronized void putBack(Done kept) {
        done.addLast(kept);
    }

    /** The latest first. */
    synchronized Listing<String> listing() {
        var lines = new ArrayList<String>();
        done.descendingIterator().forEachRemaining(each -> lines.add(each.what()));
        return new Listing<>(lines, Journal::table);
    }

    private static Table table(List<String> lines) {
        var table = Table.of("UNDO", "TAKES BACK");
        for (int i = 0; i < lines.size(); i++) {
            table.row("undo(" + (i + 1) + ")", lines.get(i));
        }
        return table;
    }

    /** What an engine tells of something, null if it is not there. */
    JsonNode find(String kind, String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return docker.link()
                    .read("/" + kind + "s/" + Engine.part(name) + (kind.equals("container") ? "/json" : ""));
        } catch (DockerException gone) {
            if (gone.getHttpStatus() == 404) {
                return null;
            }
            throw gone;
        }
    }
}
