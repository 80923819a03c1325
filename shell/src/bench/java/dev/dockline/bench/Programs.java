package dev.dockline.bench;

import dev.dockline.Container;
import dev.dockline.Docker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.h2.tools.Server;

/** The embedded engine's programs: the shell, many that sleep, and the database beside H2's own JDBC to its own server, where a commit
 * is in the file before it is answered too. */
final class Programs {
    private static final int TIMES = 400;
    private static final int SLEEPING = 200;
    private static final int ROWS = 1000;
    private static final String TABLE = "create table t (id int primary key, name varchar(40))";

    private final Path folder;

    Programs(Path folder) {
        this.folder = folder;
    }

    void measure() throws Exception {
        try (var docker = Docker.connect("embedded")) {
            System.out.printf("%-44s %13s %13s %7s  %s%n", "programs", "embedded", "the other", "ratio", "wanted");
            shell(docker);
            sleeping(docker);
            queries(docker);
        }
    }

    private static void shell(Docker docker) throws Exception {
        var container = docker.container("shell").image("busybox").run("sleep", "600");
        for (int i = 0; i < TIMES; i++) {
            container.exec("sh", "-c", "true");
        }
        print("exec of sh -c true, ms", median(() -> container.exec("sh", "-c", "true")), Double.NaN, "at most 2");
        var loop = "i=0; while [ $i -lt " + TIMES + " ]; do sh -c true; i=$((i + 1)); done";
        print(
                "sh -c true in a script, ms",
                median(() -> container.exec("sh", "-c", loop), 9) / TIMES,
                Double.NaN,
                "at most 2");
        print("exec of true, ms", median(() -> container.exec("true")), Double.NaN, "");
    }

    private static void sleeping(Docker docker) throws Exception {
        var before = heap();
        for (int i = 0; i < SLEEPING; i++) {
            docker.container("sleeping" + i).image("busybox").run("sleep", "600");
        }
        print("heap of 200 containers that sleep, MiB", heap() - before, Double.NaN, "at most 64");
    }

    private static double heap() throws InterruptedException {
        System.gc();
        Thread.sleep(200);
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
    }

    private void queries(Docker docker) throws Exception {
        var database = docker.container("db")
                .image("training/postgres")
                .publish("127.0.0.1::5432")
                .readyOnLog("ready to accept connections")
                .run();
        database.awaitReady();
        var server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (var ours = DriverManager.getConnection(url(database), "postgres", "");
                var theirs = DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/"
                        + folder.resolve("h2") + ";WRITE_DELAY=0")) {
            filled(ours);
            filled(theirs);
            for (int i = 0; i < 20; i++) {
                one(ours);
                one(theirs);
                all(ours);
                all(theirs);
            }
            print("one row by its key, ms", median(() -> one(ours)), median(() -> one(theirs)), "at most 2.00");
            print("1,000 rows, ms", median(() -> all(ours)), median(() -> all(theirs)), "at most 2.00");
            print("an insert, ms", median(() -> insert(ours)), median(() -> insert(theirs)), "at most 2.00");
        } finally {
            server.stop();
        }
    }

    private static String url(Container database) {
        return "jdbc:postgresql://" + database.port(5432) + "/postgres";
    }

    private static void filled(Connection jdbc) throws SQLException {
        try (var statement = jdbc.createStatement()) {
            statement.execute(TABLE);
        }
        try (var statement = jdbc.prepareStatement("insert into t values (?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                statement.setInt(1, i);
                statement.setString(2, "the name of " + i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void one(Connection jdbc) throws SQLException {
        try (var statement = jdbc.prepareStatement("select name from t where id = ?")) {
            statement.setInt(1, ROWS / 2);
            read(statement, 1);
        }
    }

    private static void all(Connection jdbc) throws SQLException {
        try (var statement = jdbc.prepareStatement("select name, id from t where id < " + ROWS + " order by id")) {
            read(statement, ROWS);
        }
    }

    private static void read(java.sql.PreparedStatement statement, int expected) throws SQLException {
        int count = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
                count++;
            }
        }
        if (count != expected) {
            throw new IllegalStateException(count + " rows instead of " + expected);
        }
    }

    private static void insert(Connection jdbc) throws SQLException {
        try (var statement = jdbc.prepareStatement("insert into t select max(id) + 1, 'new' from t")) {
            statement.executeUpdate();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** In milliseconds. */
    private static double median(Work work) throws Exception {
        return median(work, TIMES);
    }

    private static double median(Work work, int rounds) throws Exception {
        var times = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - begun) / 1e6);
        }
        Collections.sort(times);
        return times.get(rounds / 2);
    }

    private static void print(String name, double ours, double other, String wanted) {
        System.out.printf(Locale.ROOT, "%-44s %13.2f %13.2f %7.2f  %s%n", name, ours, other, ours / other, wanted);
    }
}
