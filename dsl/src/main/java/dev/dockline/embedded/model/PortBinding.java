package dev.dockline.embedded.model;

/** A container's port that is open on the host. */
public record PortBinding(String hostIp, int hostPort, Port port) {}
