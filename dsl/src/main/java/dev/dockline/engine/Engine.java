package dev.dockline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.error.Interrupted;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One engine that was found and answered: docker-java for what acts or streams, JSON trees for what reads. */
public final class Engine implements AutoCloseable {
    private static final Pattern IMAGE_ID = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final int PING_SECONDS = 10;
    private static final int ENDING_TRIES = 10;
    private static final long ENDING_NANOS = 100_000_000;

    private final EngineAddress address;
    private final Transport transport;
    private final Gate gate;
    private final ApiVersion version;
    private final Flavour flavour;
    private final DockerClient docker;
    private volatile boolean ownLinks = "dockline".equals(System.getenv("DOCKLINE_LINKS"));

    private Engine(EngineAddress address, Transport transport, ApiVersion.Agreed agreed) {
        this.address = address;
        this.transport = transport;
        this.gate = new Gate(transport.http());
        this.version = agreed.version();
        this.flavour = agreed.flavour();
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(transport.host())
                .withDockerTlsVerify(false)
                .withApiVersion(version.text())
                .build();
        this.docker = DockerClientImpl.getInstance(config, gate);
    }

    /**
     * Connects to the engine at an address and agrees on a version of the API.
     *
     * @throws dev.dockline.error.EngineUnreachable if nobody answers there, or only an engine too old or too new
     */
    public static Engine open(EngineAddress address) {
        return open(address, Transport.to(address));
    }

    /** Connects to an engine in this process that is somebody else's to close. */
    public static Engine open(EmbeddedEngine engine) {
        return open(new EngineAddress(EngineAddress.EMBEDDED, "given"), Transport.to(engine));
    }

    private static Engine open(EngineAddress address, Transport transport) {
        try {
            return new Engine(address, transport, agreed(address, transport));
        } catch (RuntimeException e) {
            Handover.aside(transport::close);
            throw Unreachable.explain(address, e);
        }
    }

    // Whatever listens there may be anything: what has nothing to say to a ping in this time is no engine of use.
    private static ApiVersion.Agreed agreed(EngineAddress address, Transport transport) {
        var ping = new FutureTask<>(() -> ApiVersion.negotiate(transport.http(), address));
        Handover.aside(ping);
        Json.warm();
        try {
            return ping.get(PING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw Unreachable.silent(address, PING_SECONDS, silent);
        } catch (InterruptedException e) {
            throw new Interrupted(Unreachable.what(address));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** Where this engine is. */
    public EngineAddress address() {
        return address;
    }

    /** The version of the API that is spoken. */
    public String api() {
        return version.text();
    }

    /** What kind of engine this is. */
    public Flavour flavour() {
        return flavour;
    }

    /** Whether Dockline makes the links even where the engine would; so the environment's DOCKLINE_LINKS=dockline says. */
    public boolean ownLinks() {
        return ownLinks;
    }

    /** From now on, and as long as that thread lives, what is no read fails with {@link dev.dockline.error.NotPlanned}. */
    public void onlyReadsFor(Thread planner) {
        gate.shutFor(planner);
    }

    /** That thread plans no more. */
    public void allFor(Thread planner) {
        gate.openFor(planner);
    }

    /** Whether it is there at this moment. */
    public boolean answers() {
        try (var pong = send("GET", "/_ping")) {
            return pong.getStatusCode() == 200;
        } catch (RuntimeException gone) {
            return false;
        }
    }

    /** Decides who makes links from now on. */
    public void ownLinks(boolean own) {
        ownLinks = own;
    }

    /** The id of the container that has this name or id, empty if none has. */
    public String idOf(String container) {
        try {
            return read("/containers/" + part(container) + "/json").path("Id").asText();
        } catch (DockerException e) {
            if (e.getHttpStatus() == 404) {
                return "";
            }
            throw e;
        }
    }

    /** docker-java's client. */
    public DockerClient docker() {
        return docker;
    }

    /**
     * What a GET answers, as a JSON tree.
     *
     * @param path the path without the version, its parts encoded with {@link #part}
     * @throws DockerException as docker-java's commands throw, if the engine refuses
     */
    public JsonNode read(String path) {
        try (var response = send("GET", path)) {
            return Json.MAPPER.readTree(response.getBody());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a GET on Podman's own paths answers, as a JSON tree. */
    public JsonNode readLibpod(String path) {
        try (var response = sendLibpod("GET", path)) {
            return Json.MAPPER.readTree(response.getBody());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sends a request without a body on Podman's own paths; the response is the caller's to close. */
    public Response sendLibpod(String method, String path) {
        return answered(Request.builder()
                .method(Request.Method.valueOf(method))
                .path("/v4.0.0/libpod" + path)
                .build());
    }

    /** Sends a request without a body; the response is the caller's to close. */
    public Response send(String method, String path) {
        return answered(request(method, path).build());
    }

    /**
     * A file or folder of a container as a tar stream, sent as it is: an engine that may compress it takes longer for
     * that than for the sending.
     *
     * @throws NotFoundException if there is none, or no such container
     */
    public InputStream archive(String container, String path) {
        var request = request("GET", "/containers/" + part(container) + "/archive?path=" + part(path))
                .putHeader("Accept-Encoding", "identity")
                .build();
        return answered(request).getBody();
    }

    /**
     * Unpacks a tar stream in a folder of a container.
     *
     * @throws DockerException if the engine refuses
     * @throws java.io.UncheckedIOException if the stream breaks or the engine takes no more of it
     */
    public void unpack(String container, String path, InputStream tar) {
        gate.pass("PUT", "/containers/" + container + "/archive");
        if (Wire.reaches(address)) {
            Wire.put(
                    address,
                    "/v" + version.text() + "/containers/" + part(container) + "/archive?path=" + part(path),
                    tar);
        } else {
            docker.copyArchiveToContainerCmd(container)
                    .withRemotePath(path)
                    .withTarInputStream(tar)
                    .exec();
        }
    }

    /**
     * Makes an image without a name of a tar stream, and returns its id.
     *
     * <p>docker-java's own command for this loses the body over a unix socket, and the engine answers "unexpected EOF".
     */
    public String importImage(InputStream tar) {
        var id = IMAGE_ID.matcher(post("/images/create?fromSrc=-", tar));
        if (!id.find()) {
            throw new DockerException("the engine named no image that it made", 500);
        }
        return id.group();
    }

    /** Sends a tar stream, and returns all that is answered to it. */
    public String post(String path, InputStream tar) {
        var request = request("POST", path)
                .putHeader("Content-Type", "application/x-tar")
                .body(tar)
                .build();
        try (var response = answered(request)) {
            return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Removes a container, by force also one that runs. Podman refuses to kill one that is just ending by itself, and a
     * moment later no longer does.
     *
     * @throws DockerException if the engine refuses
     */
    public void remove(String container, boolean force, boolean volumes) {
        for (int tries = 1; ; tries++) {
            try {
                docker.removeContainerCmd(container)
                        .withForce(force)
                        .withRemoveVolumes(volumes)
                        .exec();
                return;
            } catch (InternalServerErrorException refused) {
                if (tries == ENDING_TRIES || !refused.getMessage().contains("could not be stopped")) {
                    throw refused;
                }
                LockSupport.parkNanos(ENDING_NANOS);
            }
        }
    }

    /** Begins to talk with a container: what it reads and what it writes from now on. */
    public Duplex attach(String container) {
        return Duplex.open(this, "/containers/" + part(container) + "/attach?stream=1&stdin=1&stdout=1&stderr=1", "");
    }

    /** Begins to listen to a container: what it writes from now on. */
    public Duplex listen(String container) {
        return Duplex.open(this, "/containers/" + part(container) + "/attach?stream=1&stdout=1&stderr=1", "");
    }

    /** Starts a command that was made with its input open, and begins to talk with it. */
    public Duplex startExec(String id, boolean tty) {
        return Duplex.open(this, "/exec/" + id + "/start", "{\"Detach\":false,\"Tty\":" + tty + "}");
    }

    private Request.Builder request(String method, String path) {
        return Request.builder().method(Request.Method.valueOf(method)).path("/v" + version.text() + path);
    }

    private Response answered(Request request) {
        var response = gate.execute(request);
        if (response.getStatusCode() >= 400) {
            throw refusal(response);
        }
        return response;
    }

    static DockerException refusal(Response response) {
        try (response) {
            return refusal(
                    response.getStatusCode(), new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static DockerException refusal(int status, String body) {
        return status == 404 ? new NotFoundException(body) : new DockerException(body, status);
    }

    /** A name as one part of a path or as a value of a query. */
    public static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        transport.close();
    }

    /** The client below docker-java, for callers that need what its commands do not offer. */
    DockerHttpClient http() {
        return gate;
    }

    /** The one way to it for what is sent over a connection of its own too. */
    Gate gate() {
        return gate;
    }
}
