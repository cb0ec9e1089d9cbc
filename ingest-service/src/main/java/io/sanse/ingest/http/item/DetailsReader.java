package io.sanse.ingest.http.item;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.ingest.registry.Registration;
import io.sanse.runtime.failure.Rejected;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads registrations: the id in its kind's form and the details, one method per kind. */
final class DetailsReader {
    private static final int NAME = PayloadReader.NAME;
    private static final int PEOPLES_NAME = 200;
    private static final int MAX_CORNERS = 5_000;
    private static final int MAX_NEIGHBOURS = 64;
    private static final int MAX_UNITS = 128;
    private static final String[] DATUMS = {"WGS84", "GCJ02"};
    private static final String[] CHECK_VALUES = {"HJ212", "MODBUS", "MODBUS_SWAPPED"};
    private static final String[] LEVELS = {"county", "town"};
    private static final String[] ZONES = {
        "pit",
        "river-bank",
        "woodland",
        "sensitive",
        "enterprise",
        "construction",
        "receiver",
        "fuel",
        "depot",
        "rest",
        "restricted",
        "protected",
        "control-circle",
        "mine"
    };

    private DetailsReader() {}

    /** @param payload its {@code kind}, {@code registration}, has been read */
    static Registration read(Members payload) {
        Members in = payload.object("details");
        RegistryKind kind = in.choice("kind", RegistryKind.values(), RegistryKind::text);
        String id = payload.formed("id", idForm(kind));
        Details details = details(kind, in);
        in.end();
        payload.end();
        if (details instanceof Details.Station station && station.neighbours().contains(id)) {
            throw in.wrong("neighbours", "names the station itself");
        }
        return new Registration(id, details);
    }

    private static UnaryOperator<String> idForm(RegistryKind kind) {
        return switch (kind) {
            case VEHICLE -> Plates::normalise;
            case STATION -> Forms::station;
            case DISTRICT -> Forms::division;
            case ROUTE -> Forms::route;
            case FEED, ENTERPRISE, CAMERA, ZONE, DEPARTMENT, OFFICER, ROUND, PERSON -> UnaryOperator.identity();
        };
    }

    private static Details details(RegistryKind kind, Members in) {
        return switch (kind) {
            case FEED -> new Details.Feed(name(in), in.choice("datum", DATUMS, Function.identity()));
            case ENTERPRISE -> EnterpriseReader.read(in, name(in), division(in));
            case VEHICLE -> vehicle(in);
            case STATION -> station(in);
            case CAMERA -> new Details.Camera(name(in), division(in), place(in), in.textOrNull("site", NAME));
            case ZONE -> zone(in);
            case DISTRICT -> district(in);
            case DEPARTMENT -> department(in);
            case ROUTE ->
                new Details.Route(
                        name(in), in.text("generator", NAME), in.text("receiver", NAME), division(in), path(in));
            case ROUND -> Rounds.read(in, name(in), division(in));
            case OFFICER ->
                new Details.Officer(name(in), in.text("department", NAME), in.formed("phone", Forms::phone));
            case PERSON -> PersonReader.read(in);
        };
    }

    private static LocalizedText name(Members in) {
        Members name = in.object("name");
        LocalizedText text = new LocalizedText(name.text("zh", PEOPLES_NAME), name.text("en", PEOPLES_NAME));
        name.end();
        return text;
    }

    private static String division(Members in) {
        return in.formed("division", Forms::division);
    }

    private static GeoPoint place(Members in) {
        return Places.read(in.object("location"), in.path("location"), Datum.WGS84);
    }

    private static Details.Vehicle vehicle(Members in) {
        return new Details.Vehicle(
                in.choice("plateColour", PayloadReader.COLOURS, Function.identity()),
                in.text("vehicleClass", NAME),
                in.textOrNull("carrier", NAME),
                in.formedOrNull("driverPhone", Forms::phone),
                in.formedOrNull("terminalPhone", Forms::terminalPhone),
                in.textOrNull("authenticationCode", 255),
                in.text("feed", NAME));
    }

    private static Details.Station station(Members in) {
        return new Details.Station(
                name(in),
                in.text("password", NAME),
                in.text("feed", NAME),
                division(in),
                place(in),
                in.list("neighbours", 0, MAX_NEIGHBOURS, (element, path) -> neighbour(element.textValue(), path)),
                units(in.object("units")),
                in.choice("crc", CHECK_VALUES, Function.identity()),
                in.integerOrNull("waterClass", 1, 5),
                in.textOrNull("site", NAME));
    }

    private static String neighbour(String text, String path) {
        try {
            return Forms.station(text == null ? "" : text);
        } catch (IllegalArgumentException malformed) {
            throw new Rejected("schema", path + ' ' + malformed.getMessage());
        }
    }

    private static Map<String, String> units(Members in) {
        List<String> codes = in.unread();
        if (codes.size() > MAX_UNITS) {
            throw new Rejected("schema", "more than " + MAX_UNITS + " units");
        }
        Map<String, String> units = new TreeMap<>();
        codes.forEach(code -> units.put(factor(in, code), in.text(code, 32)));
        return units;
    }

    private static String factor(Members in, String code) {
        try {
            return Forms.factor(code);
        } catch (IllegalArgumentException malformed) {
            throw in.wrong(Members.shown(code), malformed.getMessage());
        }
    }

    private static Details.Zone zone(Members in) {
        return new Details.Zone(
                name(in),
                in.choice("type", ZONES, Function.identity()),
                in.flag("core"),
                in.textOrNull("enterprise", NAME),
                division(in),
                boundary(in));
    }

    private static List<GeoPoint> path(Members in) {
        return in.list(
                "path", 2, MAX_CORNERS, (element, path) -> Places.read(Members.of(element, path), path, Datum.WGS84));
    }

    private static List<GeoPoint> boundary(Members in) {
        List<GeoPoint> points = in.list(
                "boundary",
                3,
                MAX_CORNERS,
                (element, path) -> Places.read(Members.of(element, path), path, Datum.WGS84));
        try {
            return Rings.simple(points);
        } catch (IllegalArgumentException notSimple) {
            throw new Rejected("boundary-not-simple", in.path("boundary") + ' ' + notSimple.getMessage());
        }
    }

    private static Details.District district(Members in) {
        return new Details.District(
                name(in), in.choice("level", LEVELS, Function.identity()), in.textOrNull("squad", NAME), boundary(in));
    }

    private static Details.Department department(Members in) {
        return new Details.Department(
                name(in),
                in.text("competence", NAME),
                division(in),
                in.formed("dutyPhone", Forms::phone),
                in.formed("leaderPhone", Forms::phone));
    }
}
