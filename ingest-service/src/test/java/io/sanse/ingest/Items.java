package io.sanse.ingest;

import java.time.Instant;

/** Items of uploads as an integrator writes them. */
public final class Items {
    private static final String NAME = "\"name\":{\"zh\":\"名\",\"en\":\"name\"}";

    private Items() {}

    public static String item(Instant observedAt, String members, String payload) {
        return "{\"observedAt\":\"" + observedAt + "\"," + members + "\"payload\":{" + payload + "}}";
    }

    private static String registration(Instant at, String id, String details) {
        return item(at, "", "\"kind\":\"registration\",\"id\":\"" + id + "\",\"details\":{" + details + "}");
    }

    public static String feed(Instant at, String id) {
        return registration(at, id, "\"kind\":\"feed\"," + NAME + ",\"datum\":\"WGS84\"");
    }

    public static String vehicle(Instant at, String plate, String terminalPhone) {
        return registration(
                at,
                plate,
                "\"kind\":\"vehicle\",\"plateColour\":\"yellow\",\"vehicleClass\":\"dump-truck\",\"driverPhone\":\"13800138000\","
                        + "\"terminalPhone\":\"" + terminalPhone
                        + "\",\"authenticationCode\":\"secret\",\"feed\":\"gps-east\"");
    }

    /** A truck of a carrier. */
    public static String carried(Instant at, String plate, String carrier) {
        return registration(
                at,
                plate,
                "\"kind\":\"vehicle\",\"plateColour\":\"yellow\",\"vehicleClass\":\"dump-truck\",\"carrier\":\""
                        + carrier + "\",\"feed\":\"gps-east\"");
    }

    /** A pit around the place from which positions are reported. */
    public static String pit(Instant at, String id) {
        return registration(
                at,
                id,
                "\"kind\":\"zone\"," + NAME
                        + ",\"type\":\"pit\",\"core\":false,\"division\":\"330784\",\"boundary\":["
                        + "{\"longitude\":120.01,\"latitude\":28.88},{\"longitude\":120.03,\"latitude\":28.88},"
                        + "{\"longitude\":120.03,\"latitude\":28.9},{\"longitude\":120.01,\"latitude\":28.9}]");
    }

    public static String station(Instant at, String mn, String neighbour) {
        return registration(
                at,
                mn,
                "\"kind\":\"station\"," + NAME
                        + ",\"password\":\"123456\",\"feed\":\"air-net\",\"division\":\"330784\","
                        + "\"location\":{\"longitude\":120,\"latitude\":29},\"neighbours\":[\"" + neighbour
                        + "\"],\"units\":{\"a34004\":\"ug/m3\"},\"crc\":\"HJ212\"");
    }

    public static String camera(Instant at, String id, String division) {
        return registration(
                at,
                id,
                "\"kind\":\"camera\"," + NAME + ",\"division\":\"" + division
                        + "\",\"location\":{\"longitude\":120,\"latitude\":29}");
    }

    public static String position(Instant at, String plate) {
        return item(
                at,
                "\"subject\":\"vehicle:" + plate
                        + "\",\"feed\":\"gps-east\",\"location\":{\"longitude\":120.02,\"latitude\":28.89},",
                "\"kind\":\"position\",\"speedKmh\":42.5,\"accOn\":true,\"mainPowerOff\":false,\"resent\":false");
    }

    public static String reading(Instant at, String mn) {
        return item(
                at,
                "\"subject\":\"station:" + mn + "\",",
                "\"kind\":\"reading\",\"interval\":\"hour\",\"factors\":[{\"code\":\"a34004\",\"value\":35,\"unit\":\"ug/m3\",\"flag\":\"N\"}]");
    }

    public static String manifest(Instant at, String number, String plate) {
        return item(
                at,
                "",
                "\"kind\":\"manifest\",\"number\":\"" + number
                        + "\",\"step\":\"filed\",\"generator\":\"ent-1\",\"receiver\":\"ent-2\",\"plate\":\"" + plate
                        + "\"");
    }

    public static String weighing(Instant at, String plate, String manifest) {
        return item(
                at,
                "",
                "\"kind\":\"weighing\",\"scale\":\"s-1\",\"side\":\"sent\",\"plate\":\"" + plate + "\",\"manifest\":\""
                        + manifest + "\",\"netTonnes\":12.4");
    }

    public static String capture(Instant at, String camera, String plate) {
        return item(at, "", "\"kind\":\"capture\",\"camera\":\"" + camera + "\",\"plate\":\"" + plate + "\"");
    }
}
