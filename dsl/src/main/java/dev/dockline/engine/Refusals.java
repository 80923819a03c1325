package dev.dockline.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.error.CommandNotFound;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.ContainerRunning;
import dev.dockline.error.DocklineException;
import dev.dockline.error.EngineRefused;
import dev.dockline.error.EngineUnreachable;
import dev.dockline.error.ImageInUse;
import dev.dockline.error.Interrupted;
import dev.dockline.error.InvalidName;
import dev.dockline.error.LinkTargetNotRunning;
import dev.dockline.error.NameInUse;
import dev.dockline.error.NetworkInUse;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.NoSuchImage;
import dev.dockline.error.NoSuchLinkTarget;
import dev.dockline.error.NoSuchNetwork;
import dev.dockline.error.NoSuchVolume;
import dev.dockline.error.PortTaken;
import dev.dockline.error.VolumeInUse;
import dev.dockline.state.ImageName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place that turns what docker-java throws into ours.
 *
 * <p>By meaning, not by status: Podman answers 500 to most of what Docker calls 400 or 409. Each rule is a pattern over
 * the engine's message, the most telling first; the texts are those of Docker 20 to 28 and Podman 4 and 5.
 */
public final class Refusals {

    @FunctionalInterface
    private interface Kind {
        DocklineException of(Refusal refusal);
    }

    private record Rule(Pattern pattern, Kind kind) {}

    private record Refusal(Act act, String message, Matcher match, DockerException cause) {
        String named(String group) {
            return match.group(group);
        }
    }

    private final Engine engine;
    private final List<Rule> rules = List.of(
            rule("container name \"?/?(?<name>[^\"]+)\"? is already in use by", this::nameInUse),
            rule("name (?<name>\\S+) already in use", this::nameInUse),
            rule("could not get container for (?<name>[^:]+): no such container", r -> linkTarget(r, r.named("name"))),
            rule(
                    "cannot link to a non running container: /(?<name>\\S+) as",
                    r -> new LinkTargetNotRunning(r.act().what(), r.named("name"), r.cause())),
            rule(
                    "(?:for [^ ]*:|listen (?:tcp|udp)[46]? [^ ]*:|host port for [^ ]*?:)(?<port>\\d+)(?::[^ ]*)?(?: failed)?:.*(?:already allocated|already in use)",
                    this::portTaken),
            rule(
                    "executable file not found|exec: \"(?<command>[^\"]*)\"[^\"]*(?:permission denied|no such file)",
                    Refusals::commandNotFound),
            rule(
                    "client version (?<ours>\\S+) is too old. Minimum supported API version is (?<theirs>[\\d.]+\\d)",
                    this::tooNew),
            rule(
                    "no such image|image not known",
                    r -> new NoSuchImage(r.act().what(), r.act().name(), r.message(), r.cause())),
            rule(
                    "no such container:? ?(?<name>\\S*)|no container with (?:name or id|id or name) \"(?<other>[^\"]+)\"",
                    r -> new NoSuchContainer(r.act().what(), container(r), r.cause())),
            rule("no such volume", r -> new NoSuchVolume(r.act().what(), r.act().name(), r.cause())),
            rule("volume is in use|volume .* is being used", this::volumeInUse),
            rule(
                    "has active endpoints|has associated containers",
                    r -> new NetworkInUse(r.act().what(), r.act().name(), r.message(), r.cause())),
            rule(
                    "network (?<name>\\S+) not found|unable to find network with name or id (?<other>[^:]+)",
                    r -> new NoSuchNetwork(r.act().what(), either(r, "name", "other"), r.cause())),
            rule(
                    "unable to (?:remove repository reference|delete)|image .* is in use",
                    r -> new ImageInUse(r.act().what(), r.message(), r.cause())),
            rule(
                    "invalid container name|names must match",
                    r -> new InvalidName(r.act().what(), r.act().name())),
            rule(
                    "cannot remove (?:a running container|container.*(?:running|paused|restarting))",
                    r -> new ContainerRunning(r.act().what(), r.act().name(), r.cause())),
            rule(
                    "is not running|running containers|container state improper",
                    r -> new ContainerNotRunning(
                            r.act().what(), r.act().name(), status(r.act().name()), r.cause())));

    /** Refusals of one engine, which is asked who holds a name, a port or a volume. */
    public Refusals(Engine engine) {
        this.engine = engine;
    }

    /** What went wrong with a verb, as one of our exceptions; a failure that is nobody's refusal is handed back. */
    public Throwable explain(Act act, Throwable failure) {
        if (failure instanceof DocklineException) {
            return failure;
        }
        if (failure instanceof InterruptedException || Handover.cancelled()) {
            return new Interrupted(act.what());
        }
        if (failure instanceof DockerException refused && refused.getHttpStatus() != 0) {
            return refused(act, refused);
        }
        var broken = Unreachable.broken(act, engine.address(), failure);
        return broken != null ? broken : failure;
    }

    private DocklineException refused(Act act, DockerException cause) {
        String message = message(cause);
        for (var rule : rules) {
            var match = rule.pattern().matcher(message);
            if (match.find()) {
                return rule.kind().of(new Refusal(act, message, match, cause));
            }
        }
        return new EngineRefused(act.what(), message, cause);
    }

    /** The engine's words: docker-java puts a status before the body, and the body is JSON or plain text. */
    public static String message(DockerException failure) {
        String text = String.valueOf(failure.getMessage())
                .replaceFirst("^Status \\d+: ", "")
                .trim();
        try {
            JsonNode body = text.startsWith("{") ? Json.MAPPER.readTree(text) : null;
            return body == null ? text : body.path("message").asText(text).trim();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private NameInUse nameInUse(Refusal r) {
        String name = r.named("name");
        return new NameInUse(r.act().what(), name, holder(name), r.cause());
    }

    private String holder(String name) {
        try {
            var json = engine.read("/containers/" + Engine.part(name) + "/json");
            return "container " + json.path("Id").asText().substring(0, 12) + " ("
                    + json.path("State").path("Status").asText() + ", image "
                    + ImageName.familiar(json.path("Config").path("Image").asText()) + ")";
        } catch (DockerException gone) {
            return "another container";
        }
    }

    private EngineUnreachable tooNew(Refusal r) {
        return new EngineUnreachable(
                r.act().what(),
                "the engine at " + engine.address().url() + " speaks API " + r.named("theirs")
                        + " and newer, and this Dockline up to " + r.named("ours"),
                "a newer Dockline, or an engine that still speaks " + r.named("ours"),
                r.cause());
    }

    private static NoSuchLinkTarget linkTarget(Refusal r, String target) {
        return new NoSuchLinkTarget(r.act().what(), target, r.cause());
    }

    private PortTaken portTaken(Refusal r) {
        String port = r.named("port");
        for (var container : engine.read("/containers/json")) {
            for (var published : container.path("Ports")) {
                if (published.path("PublicPort").asText().equals(port)) {
                    String name = container.path("Names").path(0).asText().substring(1);
                    return new PortTaken(
                            r.act().what(),
                            port,
                            "container \"" + name + "\" ("
                                    + container.path("State").asText() + ")",
                            "container(\"" + name + "\").stop(), or publish(CONTAINER_PORT) for any free host port",
                            r.cause());
                }
            }
        }
        return new PortTaken(
                r.act().what(),
                port,
                "another program on the engine's host",
                "publish(CONTAINER_PORT) for any free host port, or another number",
                r.cause());
    }

    private static CommandNotFound commandNotFound(Refusal r) {
        var command = Pattern.compile("exec: \"([^\"]*)\"").matcher(r.message());
        String reason = r.message()
                .replaceFirst("(?s)^.*?(?=exec: \")", "")
                .replaceFirst("(: unknown|: OCI runtime attempted .*|: OCI permission denied)$", "");
        return new CommandNotFound(r.act().what(), command.find() ? command.group(1) : "", reason, r.cause());
    }

    private VolumeInUse volumeInUse(Refusal r) {
        String name = r.act().name();
        var users = new java.util.ArrayList<String>();
        for (var container : engine.read("/containers/json?all=true")) {
            for (var mount : container.path("Mounts")) {
                if (mount.path("Name").asText().equals(name)) {
                    users.add("\"" + container.path("Names").path(0).asText().substring(1) + "\" ("
                            + container.path("State").asText() + ")");
                }
            }
        }
        return new VolumeInUse(
                r.act().what(),
                name,
                users.isEmpty() ? "a container" : "container " + String.join(", ", users),
                r.cause());
    }

    private String status(String name) {
        try {
            return engine.read("/containers/" + Engine.part(name) + "/json")
                    .path("State")
                    .path("Status")
                    .asText();
        } catch (DockerException gone) {
            return "";
        }
    }

    private static String container(Refusal r) {
        String named = either(r, "name", "other");
        return named.isEmpty() ? r.act().name() : named;
    }

    private static String either(Refusal r, String first, String second) {
        String found = r.named(first);
        return found != null ? found : String.valueOf(r.named(second));
    }

    private static Rule rule(String pattern, Kind kind) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), kind);
    }
}
