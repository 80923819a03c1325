package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.engine.Act;
import java.util.LinkedHashSet;
import java.util.Set;

/** One verb that was done: on what, how that was before, and how it was right after. */
final class Done {
    private final Act act;
    private final boolean kept;
    private JsonNode before;
    private final Set<String> touched = new LinkedHashSet<>();
    private JsonNode member;
    private JsonNode after;

    /** {@code before} is null where there was nothing. */
    Done(Act act, JsonNode before, boolean kept) {
        this.act = act;
        this.kept = kept;
        this.before = before;
    }

    Act act() {
        return act;
    }

    /** Whether it is known how it was before, so that it can be taken back. */
    boolean isKept() {
        return kept;
    }

    JsonNode before() {
        return before;
    }

    JsonNode after() {
        return after;
    }

    void after(JsonNode json) {
        after = json;
    }

    /** The container that this was about was made again, or started, since: it is the same one all the same. */
    void follow(String id, JsonNode now) {
        if (after != null && id().equals(id)) {
            touched.add(now.path("Id").asText());
            after = now;
        }
        if (before != null && before.path("Id").asText().equals(id)) {
            before = ((ObjectNode) before.deepCopy()).put("Id", now.path("Id").asText());
        }
    }

    /** The container that a verb of a network was about, as it was before. */
    JsonNode member() {
        return member;
    }

    void member(JsonNode json) {
        member = json;
    }

    void touched(String nameOrId) {
        touched.add(nameOrId);
    }

    /** The id of what there is now: of the container that was made, else of the one that was there. */
    String id() {
        var was = before == null ? "" : before.path("Id").asText();
        return touched.stream()
                .filter(id -> id.matches("[0-9a-f]{64}") && !id.equals(was))
                .reduce(was, (first, last) -> last);
    }

    /** The volume that has the data of the one that was removed; empty where none has. */
    String keptIn() {
        return touched.stream().filter(name -> !name.equals(act.name())).reduce("", (first, last) -> last);
    }

    /** What was done: {@code run container "web"}. */
    String what() {
        return act.what().replaceFirst("^Cannot ", "");
    }

    /** Whether there is anything to take back. */
    boolean changedAnything() {
        return before == null ? after != null : after == null || member != null || !isSame(before, after);
    }

    /** Whether two inspects are of one container in one state of affairs; that a program ended by itself does not count. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return isSameRun(one, other)
                && one.at("/State/Status")
                        .asText()
                        .equals(other.at("/State/Status").asText());
    }

    static boolean isSameRun(JsonNode one, JsonNode other) {
        return one.path("Id").equals(other.path("Id"))
                && one.path("Name").equals(other.path("Name"))
                && one.at("/State/StartedAt").equals(other.at("/State/StartedAt"));
    }
}
