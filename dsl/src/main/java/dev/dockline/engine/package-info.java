/**
 * How an engine is found, spoken to and understood: discovery, version negotiation, docker-java over one transport,
 * and the one place that turns its exceptions into ours.
 *
 * <p>One rule for all traffic: what acts or streams goes through docker-java's commands; what only reads goes through
 * {@link dev.dockline.engine.Engine#read} as a JSON tree, since docker-java's model drops fields it does not know.
 */
package dev.dockline.engine;
