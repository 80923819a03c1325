package dev.dockline.contract;

import static dev.dockline.Dockline.ANY_EXIT;
import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockline.CommandFailed;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.ContainerReplaced;
import dev.dockline.error.ContainerRunning;
import dev.dockline.error.NameInUse;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.SealedDeclaration;
import dev.dockline.error.UnsentEdits;
import org.junit.jupiter.api.Test;

/** The verbs that bring a container from one state into another. */
class LifecycleTest extends EngineContract {
    @Test
    void run_makes_and_starts() {
        var web = idle("web").run();
        assertThat(web.state().status()).isEqualTo("running");
        assertThat(web.state().image()).isEqualTo("training/webapp");
        assertThat(web.inspect("/Name")).isEqualTo("/" + name("web"));
        assertThat(docker.latest().name()).isEqualTo(name("web"));
    }

    @Test
    void l1_the_name_is_the_containers_and_inspect_has_its_slash() {
        var web = idle("web").run();
        assertThat(web.inspect("/Name")).isEqualTo("/" + name("web"));
        assertThat(web.name()).isEqualTo(name("web"));
    }

    @Test
    void create_makes_and_does_not_start() {
        var web = idle("web").create();
        assertThat(web.state().status()).isEqualTo("created");
        assertThat(web.start().state().status()).isEqualTo("running");
    }

    @Test
    void already_in_that_state_is_no_error() {
        var web = up(idle("web"));
        assertThat(web.start().state().running()).isTrue();
        assertThat(web.stop().stop().state().status()).isEqualTo("exited");
    }

    @Test
    void verbs_go_by_the_name_in_a_new_session() {
        up(idle("web"));
        assertThat(container("web").stop().state().status()).isEqualTo("exited");
        assertThat(container("web").restart().state().status()).isEqualTo("running");
        container("web").kill();
        assertThat(container("web").awaitExit()).isEqualTo(137);
        container("web").remove();
        assertThat(exists("web")).isFalse();
    }

    @Test
    void the_engine_finds_a_name_where_none_is_given() {
        var nameless = docker.container().image("busybox").run("true");
        assertThat(nameless.name()).matches("[a-z]+_[a-z]+\\d*");
        assertThat(nameless.awaitExit()).isZero();
        assertThat(nameless.state().name()).isEqualTo(nameless.name());
    }

    @Test
    void await_exit_gives_the_exit_code() {
        assertThat(container("seven").image("busybox").run("sh", "-c", "exit 7").awaitExit())
                .isEqualTo(7);
        assertThat(container("seven").state().summary()).startsWith("exited 7 ");
    }

    @Test
    void call_returns_what_the_command_wrote_and_leaves_nothing() {
        var outcome = container("once").image("busybox").call("sh", "-c", "echo to out; echo to err >&2");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("to out\n");
        assertThat(outcome.err()).isEqualTo("to err\n");
        assertThat(exists("once")).isFalse();
    }

    @Test
    void call_takes_any_exit_code_only_where_told_to() {
        assertThat(docker.container().image("busybox").call(ANY_EXIT, "false").exitCode())
                .isEqualTo(1);
        assertThatThrownBy(() -> docker.container().image("busybox").call("sh", "-c", "echo no >&2; exit 3"))
                .isInstanceOfSatisfying(CommandFailed.class, failed -> {
                    assertThat(failed.outcome().exitCode()).isEqualTo(3);
                    assertThat(failed.exitCode()).isEqualTo(1);
                })
                .hasMessage("Cannot call a container: \"sh -c 'echo no >&2; exit 3'\" ended with exit code 3: no.\n"
                        + "Try: call(ANY_EXIT, …) if that is no failure");
    }

    @Test
    void exec_runs_in_what_runs() {
        var web = idle("web").env("COLOUR", "blue").run();
        assertThat(web.exec("sh", "-c", "echo $COLOUR").out()).isEqualTo("blue\n");
        assertThat(web.exec(ANY_EXIT, "sh", "-c", "exit 5").exitCode()).isEqualTo(5);
    }

    @Test
    void exec_in_what_is_stopped_is_refused() {
        container("done").image("busybox").run("true").awaitExit();
        assertThat(failure(() -> container("done").exec("ls"), ContainerNotRunning.class))
                .isEqualTo("Cannot exec in container \"done\": it is not running (exited).\n"
                        + "Try: container(\"done\").start()");
    }

    @Test
    void logs_hold_both_streams_and_the_last_lines() {
        var talker = container("talker").image("busybox").run("sh", "-c", "echo one; echo two; echo three");
        talker.awaitExit();
        assertThat(talker.logs()).isEqualTo("one\ntwo\nthree\n");
        assertThat(talker.logs(1)).isEqualTo("three\n");
    }

    @Test
    void l3_auto_remove_leaves_nothing() throws InterruptedException {
        container("brief").image("busybox").autoRemove().run("true");
        for (int tries = 0; exists("brief") && tries < 50; tries++) {
            Thread.sleep(100);
        }
        assertThat(exists("brief")).isFalse();
    }

    @Test
    void the_declaration_reaches_the_container() {
        var all = container("all")
                .image("busybox")
                .entrypoint("sh", "-c")
                .env("A", "1")
                .env("B=2")
                .label("kind", "test")
                .user("0:0")
                .workdir("/tmp")
                .hostname("inside")
                .run("echo $A $B $(hostname) $(pwd)");
        all.awaitExit();
        assertThat(all.logs()).isEqualTo("1 2 inside /tmp\n");
        assertThat(all.inspect("/Config/Labels/kind")).isEqualTo("test");
        assertThat(all.inspect("/Config/User")).isEqualTo("0:0");
    }

    @Test
    void what_runs_is_removed_only_by_force() {
        var web = idle("web").run();
        assertThat(failure(web::remove, ContainerRunning.class))
                .isEqualTo("Cannot remove container \"web\": it is running.\n"
                        + "Try: container(\"web\").remove(FORCE), or stop() first");
        web.remove(FORCE);
        assertThat(exists("web")).isFalse();
    }

    @Test
    void nouns_are_refused_after_run_and_taken_again_after_remove() {
        var web = up(idle("web"));
        assertThat(failure(() -> web.publish(80), SealedDeclaration.class))
                .isEqualTo(
                        "Cannot change publish of container \"web\": it exists already, and Docker changes no publish"
                                + " of a container once made.\nTry: container(\"web\").replace(c -> c.publish(…))");
        web.stop().remove();
        assertThat(web.env("AGAIN", "yes").run().environment()).containsEntry("AGAIN", "yes");
    }

    @Test
    void verbs_that_make_nothing_refuse_unsent_edits() {
        idle("web").run();
        assertThat(failure(() -> container("web").publish(80).stop(), UnsentEdits.class))
                .isEqualTo("Cannot stop container \"web\": its declaration has edits that no engine has seen.\n"
                        + "Try: run() or create() to make it so, or container(\"web\") for the one that exists");
    }

    @Test
    void a_handle_does_not_follow_its_name_to_another_container() {
        var first = up(idle("web"));
        container("web").remove(FORCE);
        up(idle("web"));
        assertThatThrownBy(first::stop)
                .isInstanceOf(ContainerReplaced.class)
                .hasMessageContaining("the name belongs to container")
                .hasMessageEndingWith("Try: container(\"" + name("web") + "\") for the one that has the name");
    }

    @Test
    void what_is_not_there_is_named() {
        assertThat(failure(() -> container("nobody").stop(), NoSuchContainer.class))
                .isEqualTo("Cannot stop container \"nobody\": there is no container \"nobody\".\n"
                        + "Try: containers() to see what is there");
    }

    @Test
    void pause_and_unpause_twice() {
        var web = idle("web").run();
        assertThat(web.pause().pause().state().status()).isEqualTo("paused");
        assertThat(web.unpause().unpause().state().status()).isEqualTo("running");
    }

    @Test
    void pause_of_what_is_stopped_is_refused() {
        idle("web").create();
        assertThat(failure(() -> container("web").pause(), ContainerNotRunning.class))
                .isEqualTo("Cannot pause container \"web\": it is not running (created).\n"
                        + "Try: container(\"web\").start()");
    }

    @Test
    void rename_takes_the_handle_along() {
        var web = idle("web").run();
        web.rename(name("site"));
        assertThat(web.name()).isEqualTo(name("site"));
        assertThat(web.inspect("/Name")).isEqualTo("/" + name("site"));
        assertThat(exists("web")).isFalse();
        idle("web").create();
        assertThat(failure(() -> web.rename(name("web")), NameInUse.class))
                .startsWith("Cannot rename container \"site\": the name is in use by container ");
        assertThat(web.name()).isEqualTo(name("site"));
    }

    @Test
    void p2_follow_shows_lines_until_the_container_ends() {
        var shown = new java.io.ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new java.io.PrintStream(shown, true));
        try {
            container("talker")
                    .image("busybox")
                    .run("sh", "-c", "for i in 1 2 3; do echo line $i; sleep 0.3; done")
                    .follow();
        } finally {
            System.setOut(before);
        }
        assertThat(shown.toString()).isEqualTo("line 1\nline 2\nline 3\n");
    }
}
