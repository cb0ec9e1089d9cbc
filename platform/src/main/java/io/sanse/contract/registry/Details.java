package io.sanse.contract.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.observation.Operation.Measure;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a thing; the JSON member {@code kind} says of which {@link RegistryKind}. Codes of divisions are GB/T 2260 (county, 6 digits) or
 * statistical town codes (9 digits).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Details.Feed.class, name = "feed"),
    @JsonSubTypes.Type(value = Details.Enterprise.class, name = "enterprise"),
    @JsonSubTypes.Type(value = Details.Vehicle.class, name = "vehicle"),
    @JsonSubTypes.Type(value = Details.Station.class, name = "station"),
    @JsonSubTypes.Type(value = Details.Camera.class, name = "camera"),
    @JsonSubTypes.Type(value = Details.Zone.class, name = "zone"),
    @JsonSubTypes.Type(value = Details.District.class, name = "district"),
    @JsonSubTypes.Type(value = Details.Department.class, name = "department"),
    @JsonSubTypes.Type(value = Details.Officer.class, name = "officer"),
    @JsonSubTypes.Type(value = Details.Round.class, name = "round"),
    @JsonSubTypes.Type(value = Details.Route.class, name = "route"),
    @JsonSubTypes.Type(value = Details.Person.class, name = "person")
})
public sealed interface Details {

    /**
     * A provider of observations.
     *
     * @param name for people
     * @param datum {@code WGS84} or {@code GCJ02}: what its coordinates are in
     */
    record Feed(LocalizedText name, String datum) implements Details {}

    /**
     * A firm.
     *
     * @param roles any of {@code generator}, {@code carrier}, {@code receiver}, {@code collector}, {@code operator} (licensed), {@code construction}
     * @param competentDepartment department id competent for it, or null
     * @param division division code
     * @param location its gate, or null
     * @param contactPhone whom an SMS reaches, or null
     * @param permit what it is permitted, or null when nothing is known of it
     * @param wasteRates waste that comes about for each unit of a measure, t; null when nothing is known of it
     */
    record Enterprise(
            LocalizedText name,
            Set<String> roles,
            String competentDepartment,
            String division,
            GeoPoint location,
            String contactPhone,
            Permit permit,
            Map<Measure, Double> wasteRates)
            implements Details {
        /** A firm of whose waste rates nothing is known. */
        public Enterprise(
                LocalizedText name,
                Set<String> roles,
                String competentDepartment,
                String division,
                GeoPoint location,
                String contactPhone,
                Permit permit) {
            this(name, roles, competentDepartment, division, location, contactPhone, permit, null);
        }

        /** A firm of whose permit nothing is known. */
        public Enterprise(
                LocalizedText name,
                Set<String> roles,
                String competentDepartment,
                String division,
                GeoPoint location,
                String contactPhone) {
            this(name, roles, competentDepartment, division, location, contactPhone, null, null);
        }
    }

    /**
     * What a firm is permitted; each is null when it has none.
     *
     * @param storageTonnes capacity of its store, t
     * @param licenceTonnes what its operating licence allows in a calendar year, t
     * @param planTonnes what its management plan declares for a calendar year, t
     * @param licenceEnds last day of its licence
     * @param planEnds last day of its plan
     * @param chemicalTonnes how much of each controlled substance it may have, by the substance's code, t
     * @param monthTonnes what it may send out in a calendar month, for a mine, t
     */
    record Permit(
            Double storageTonnes,
            Double licenceTonnes,
            Double planTonnes,
            LocalDate licenceEnds,
            LocalDate planEnds,
            Map<String, Double> chemicalTonnes,
            Double monthTonnes) {
        public Permit {
            chemicalTonnes = chemicalTonnes == null ? null : Map.copyOf(chemicalTonnes);
        }
    }

    /**
     * A vehicle.
     *
     * @param plateColour JT/T 415 name
     * @param vehicleClass for example {@code dump-truck}, {@code tank-truck}, {@code van}
     * @param carrier enterprise code of its carrier, or null
     * @param driverPhone whom an SMS reaches, or null
     * @param terminalPhone JT/T 808 terminal phone without leading zeros, or null
     * @param authenticationCode what the terminal shows in 0x0102, or null when none was given
     * @param feed its positioning provider
     */
    record Vehicle(
            String plateColour,
            String vehicleClass,
            String carrier,
            String driverPhone,
            String terminalPhone,
            String authenticationCode,
            String feed)
            implements Details {}

    /**
     * A monitoring station; its id is the MN.
     *
     * @param password HJ 212 PW
     * @param feed the network it belongs to
     * @param division division code
     * @param neighbours MNs of the stations it is compared with
     * @param units unit of each factor code that it sends
     * @param crc {@code HJ212}, {@code MODBUS} or {@code MODBUS_SWAPPED}
     * @param waterClass class of GB 3838-2002 that the water has to keep, 1–5, or null
     * @param site code of the site around which it measures: its minutes of dust travel under the site's key too; or null
     */
    record Station(
            LocalizedText name,
            String password,
            String feed,
            String division,
            GeoPoint location,
            List<String> neighbours,
            Map<String, String> units,
            String crc,
            Integer waterClass,
            String site)
            implements Details {
        /** A station that measures no water and belongs to no site. */
        public Station(
                LocalizedText name,
                String password,
                String feed,
                String division,
                GeoPoint location,
                List<String> neighbours,
                Map<String, String> units,
                String crc) {
            this(name, password, feed, division, location, neighbours, units, crc, null, null);
        }
    }

    /**
     * A plate camera.
     *
     * @param site code of the site or zone whose traffic it watches together with others: what it sees travels under the site's key too; or null
     */
    record Camera(LocalizedText name, String division, GeoPoint location, String site) implements Details {}

    /**
     * An area that means something.
     *
     * @param type {@code pit}, {@code river-bank}, {@code woodland}, {@code sensitive}, {@code enterprise}, {@code construction}, {@code receiver},
     *     {@code fuel}, {@code depot}, {@code rest}, {@code restricted} (closed to trucks), {@code protected},
     *     {@code control-circle}, {@code mine}
     * @param core a core zone: shorter stays count
     * @param enterprise enterprise code that it belongs to, or null
     * @param division division code
     * @param boundary outer ring, WGS-84, first point not repeated, at least three points
     */
    record Zone(
            LocalizedText name, String type, boolean core, String enterprise, String division, List<GeoPoint> boundary)
            implements Details {
        private static final Set<String> SENSITIVE = Set.of("pit", "river-bank", "woodland", "sensitive", "protected");
        private static final Set<String> BUSINESS =
                Set.of("fuel", "depot", "rest", "receiver", "enterprise", "construction");

        public Zone {
            boundary = List.copyOf(boundary);
            if (boundary.size() < 3) {
                throw new IllegalArgumentException("a boundary needs at least three points");
            }
        }

        /** Whether vehicles have no business there by night: where they are then is told to those to whom they are tied, too. */
        @JsonIgnore
        public boolean isSensitive() {
            return SENSITIVE.contains(type);
        }

        /** Whether vehicles have business there at any time, be it within a sensitive zone. */
        @JsonIgnore
        public boolean isBusiness() {
            return BUSINESS.contains(type);
        }

        /** The types of {@link #isSensitive() sensitive} zones. */
        public static Set<String> sensitiveTypes() {
            return SENSITIVE;
        }
    }

    /**
     * A county or town.
     *
     * @param level {@code county} or {@code town}
     * @param squad department id of its enforcement squad, or null
     * @param boundary outer ring, WGS-84
     */
    record District(LocalizedText name, String level, String squad, List<GeoPoint> boundary) implements Details {
        public District {
            boundary = List.copyOf(boundary);
        }
    }

    /**
     * A department.
     *
     * @param competence what it is competent for: {@code ecology}, {@code construction}, {@code transport}, {@code enforcement}, {@code police}, …
     * @param division division code
     * @param dutyPhone its duty desk
     * @param leaderPhone who is told of a breached clock
     */
    record Department(LocalizedText name, String competence, String division, String dutyPhone, String leaderPhone)
            implements Details {}

    /**
     * An inspection round of a firm, made once in each of its windows.
     *
     * @param enterprise enterprise code of the firm
     * @param division division code
     * @param points codes of the points that it goes to, at least one
     * @param windows when it is to be made, every day, at least one
     * @param workingDays whether it is made on working days only
     * @param leastMinutes the least time that it takes, min, or null
     */
    record Round(
            LocalizedText name,
            String enterprise,
            String division,
            List<String> points,
            List<Window> windows,
            boolean workingDays,
            Integer leastMinutes)
            implements Details {
        public Round {
            points = List.copyOf(points);
            windows = List.copyOf(windows);
        }

        /**
         * A part of the day in Asia/Shanghai.
         *
         * @param from inclusive
         * @param to exclusive; not after {@code from}: on the next day
         */
        public record Window(LocalTime from, LocalTime to) {}
    }

    /**
     * A route of waste from one firm to another; there may be several.
     *
     * @param generator enterprise code of the generator
     * @param receiver enterprise code of the receiver
     * @param division division code
     * @param path from gate to gate, WGS-84, at least two points
     * @param learnt true when the platform has learnt it from closed trips; null when it is declared
     */
    record Route(
            LocalizedText name, String generator, String receiver, String division, List<GeoPoint> path, Boolean learnt)
            implements Details {
        /** How the codes of routes begin that the platform has learnt. */
        public static final String LEARNT = "learnt:";

        public Route {
            path = List.copyOf(path);
            if (path.size() < 2) {
                throw new IllegalArgumentException("a path needs at least two points");
            }
        }

        /** A route that is declared. */
        public Route(LocalizedText name, String generator, String receiver, String division, List<GeoPoint> path) {
            this(name, generator, receiver, division, path, null);
        }
    }

    /** An officer on duty; the id is the token's subject. */
    record Officer(LocalizedText name, String department, String phone) implements Details {}

    /**
     * A person who drives, escorts or owns. The registry has a code and no name: who it is, the department that gave the code knows.
     *
     * @param qualifications what the person may do
     * @param vehicles plates of vehicles that the person owns or drives
     * @param enterprises codes of firms that the person owns or runs
     * @param record whether a department has a record of the person's having dumped waste (前科); the record itself stays with it
     */
    record Person(List<Qualification> qualifications, Set<String> vehicles, Set<String> enterprises, boolean record)
            implements Details {
        public Person {
            qualifications = qualifications == null ? List.of() : List.copyOf(qualifications);
            vehicles = vehicles == null ? Set.of() : vehicles;
            enterprises = enterprises == null ? Set.of() : enterprises;
        }
    }

    /**
     * A qualification of a person (从业资格).
     *
     * @param type {@code goods-driver}, {@code hazardous-driver}, {@code hazardous-escort}
     * @param from first day, or null when it is not known
     * @param until last day
     */
    record Qualification(String type, LocalDate from, LocalDate until) {}
}
