package dev.dockline.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Inspects of engines that are not at hand: older ones, newer ones, and what none of them has sent yet. */
class ContainerJsonTest {
    private static ContainerState read(String json) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(json);
        return ContainerJson.inspected(tree, Instant.EPOCH);
    }

    @Test
    void the_mounts_of_the_books_days() throws IOException {
        var web = read("""
                {"Id": "1", "Name": "/web",
                 "Volumes": {"/webapp": "/var/lib/docker/vfs/dir/%s", "/opt/webapp": "/src/webapp"},
                 "VolumesRW": {"/webapp": true, "/opt/webapp": false}}""".formatted("cafe".repeat(16)));
        assertThat(web.mounts())
                .extracting(MountState::toString)
                .containsExactly("/src/webapp:/opt/webapp:ro", "/webapp");
        assertThat(web.mounts().get(1).isAnonymous()).isTrue();
    }

    @Test
    void a_status_that_nobody_knows_and_fields_that_are_gone() throws IOException {
        var web = read("""
                {"Id": "1", "Name": "/web", "State": {"Status": "hibernating", "Running": true},
                 "NetworkSettings": {"Networks": {"bridge": {"IPAddress": "172.17.0.2"}}}}""");
        assertThat(web.status()).isEqualTo("hibernating");
        assertThat(web.summary()).startsWith("hibernating");
        assertThat(web.addresses()).containsEntry("bridge", "172.17.0.2");
        assertThat(web.ports()).isEmpty();
        assertThat(read("{}").name()).isEmpty();
    }
}
