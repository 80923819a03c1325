package dev.dockline.state;

import java.util.List;

/**
 * The network that containers are on unless told otherwise.
 *
 * @param device the bridge's name on the engine's host: {@code docker0}
 * @param subnet its subnet
 * @param gateway the host's own address in it
 * @param ends the containers on it that run
 * @param unseen why the host's ends are not told, empty where they are
 */
public record BridgeState(String device, String subnet, String gateway, List<End> ends, String unseen) {
    /** Copies the ends. */
    public BridgeState {
        ends = List.copyOf(ends);
    }

    /**
     * A container's end of its pair of interfaces.
     *
     * @param container the container's name
     * @param address its address
     * @param mac the hardware address of its eth0
     * @param veth the name of the other end on the host, empty where it cannot be seen
     */
    public record End(String container, String address, String mac, String veth) {}
}
