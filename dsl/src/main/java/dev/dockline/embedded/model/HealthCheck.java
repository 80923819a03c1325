package dev.dockline.embedded.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How it is found out whether a container is well. What is zero or empty was not said. */
public record HealthCheck(List<String> test, Duration interval, Duration timeout, Duration startPeriod, int retries) {
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(30);
    private static final int DEFAULT_RETRIES = 3;

    /** What is said here, and what the image says where this is silent. */
    HealthCheck over(HealthCheck image) {
        if (image == null) return this;
        return new HealthCheck(
                test.isEmpty() ? image.test : test,
                interval.isZero() ? image.interval : interval,
                timeout.isZero() ? image.timeout : timeout,
                startPeriod.isZero() ? image.startPeriod : startPeriod,
                retries == 0 ? image.retries : retries);
    }

    /** There is something to run. */
    public boolean isOn() {
        return !test.isEmpty() && !test.get(0).equals("NONE");
    }

    /** The words to run in the container. */
    public List<String> command() {
        if (test.get(0).equals("CMD")) return test.subList(1, test.size());
        var words = new ArrayList<>(List.of("/bin/sh", "-c"));
        words.addAll(test.subList(1, test.size()));
        return words;
    }

    public Duration pause() {
        return interval.isZero() ? DEFAULT_TIME : interval;
    }

    public Duration limit() {
        return timeout.isZero() ? DEFAULT_TIME : timeout;
    }

    public int failuresAllowed() {
        return retries == 0 ? DEFAULT_RETRIES : retries;
    }
}
