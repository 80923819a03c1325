package dev.dockline.embedded.api;

import dev.dockline.embedded.model.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the handler of a request by its method and path. A {@code *} in a route stands for one or more path segments. */
final class Router {
    static final String API_VERSION = "1.51";
    static final String OLDEST_VERSION = "1.24";
    private static final Pattern VERSIONED = Pattern.compile("/v([0-9]+\\.[0-9]+)(/.*)");

    @FunctionalInterface
    interface Handler {
        Reply handle(Call call) throws Exception;
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    Router route(String method, String path, Handler handler) {
        var pattern = Pattern.compile(path.replace("*", "(.+?)"));
        routes.add(new Route(method, pattern, handler));
        return this;
    }

    Reply handle(Call call) {
        try {
            return find(call);
        } catch (Refused refused) {
            return Reply.refused(refused);
        } catch (Exception | LinkageError e) {
            // Whatever else goes wrong must reach the client as the engine's answer, not end the engine's thread.
            return Reply.refused(Refused.failed(e.toString()));
        }
    }

    private Reply find(Call call) throws Exception {
        for (var route : routes) {
            if (!route.method.equals(call.method())) continue;
            var matcher = route.path.matcher(call.path());
            if (!matcher.matches()) continue;
            var segments = new ArrayList<String>();
            for (var i = 1; i <= matcher.groupCount(); i++) segments.add(decode(matcher.group(i)));
            return route.handler.handle(call.withSegments(segments));
        }
        throw Refused.notFound("page not found");
    }

    /** A call from a request's path with its version and query. */
    static Call call(String method, String target, java.io.InputStream body, java.io.InputStream input) {
        var question = target.indexOf('?');
        var path = question < 0 ? target : target.substring(0, question);
        var version = API_VERSION;
        var matcher = VERSIONED.matcher(path);
        if (matcher.matches()) {
            version = checked(matcher.group(1));
            path = matcher.group(2);
        }
        var query = question < 0 ? Map.<String, List<String>>of() : query(target.substring(question + 1));
        return new Call(method, path, version, query, List.of(), body, input);
    }

    private static String checked(String version) {
        if (compare(version, API_VERSION) > 0)
            throw Refused.badRequest(
                    "client version " + version + " is too new. Maximum supported API version is " + API_VERSION);
        if (compare(version, OLDEST_VERSION) < 0)
            throw Refused.badRequest("client version " + version + " is too old. Minimum supported API version is "
                    + OLDEST_VERSION + ", please upgrade your client to a newer version");
        return version;
    }

    static int compare(String one, String other) {
        return Integer.compare(number(one), number(other));
    }

    private static int number(String version) {
        var dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) * 1000 + Integer.parseInt(version.substring(dot + 1));
    }

    private static Map<String, List<String>> query(String text) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            query.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
