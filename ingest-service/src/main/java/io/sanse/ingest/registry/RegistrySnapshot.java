package io.sanse.ingest.registry;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The registry in memory. Shown entries in any order and repeatedly, it ends the same: the highest version of each. May be used from any thread. */
public final class RegistrySnapshot {
    /** Of two vehicles that claim one terminal, the one registered last has it. */
    private static final Comparator<RegistryEntry> CLAIM =
            Comparator.comparing(RegistryEntry::registeredAt).thenComparing(RegistryEntry::id);

    private final Map<RegistryKind, NavigableMap<String, RegistryEntry>> entries = new EnumMap<>(RegistryKind.class);
    private final Map<String, RegistryEntry> vehicleOfTerminal = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> comparedBy = new ConcurrentHashMap<>();
    private final SensitiveZones sensitive = new SensitiveZones();
    private final VehicleTies ties = new VehicleTies();
    private volatile long changes;

    public RegistrySnapshot() {
        for (RegistryKind kind : RegistryKind.values()) {
            entries.put(kind, new ConcurrentSkipListMap<>());
        }
    }

    public synchronized void put(RegistryEntry entry) {
        Map<String, RegistryEntry> ofKind = entries.get(entry.kind());
        RegistryEntry known = ofKind.get(entry.id());
        if (known != null && known.version() >= entry.version()) {
            return;
        }
        ofKind.put(entry.id(), entry);
        changes += entry.version() - (known == null ? 0 : known.version());
        if (entry.details() instanceof Details.Vehicle vehicle) {
            putTerminal(known, entry, vehicle);
            ties.put(entry.id(), vehicle.carrier());
        }
        if (entry.details() instanceof Details.Station station) {
            putNeighbours(known, entry.id(), station);
        }
        if (entry.details() instanceof Details.Zone zone) {
            sensitive.put(entry.id(), zone);
        }
        if (entry.details() instanceof Details.Person person) {
            ties.put(entry.id(), person);
        }
    }

    /** How many changes are known: the versions of all entries added up. */
    public long changes() {
        return changes;
    }

    private void putTerminal(RegistryEntry known, RegistryEntry entry, Details.Vehicle vehicle) {
        String before = known == null ? null : ((Details.Vehicle) known.details()).terminalPhone();
        if (before != null && !before.equals(vehicle.terminalPhone())) {
            reclaim(before);
        }
        if (vehicle.terminalPhone() != null) {
            vehicleOfTerminal.merge(
                    vehicle.terminalPhone(),
                    entry,
                    (claimed, claim) ->
                            claimed.id().equals(claim.id()) || CLAIM.compare(claim, claimed) > 0 ? claim : claimed);
        }
    }

    private void reclaim(String terminalPhone) {
        vehicleOfTerminal.remove(terminalPhone);
        entries.get(RegistryKind.VEHICLE).values().stream()
                .filter(entry -> terminalPhone.equals(((Details.Vehicle) entry.details()).terminalPhone()))
                .max(CLAIM)
                .ifPresent(entry -> vehicleOfTerminal.put(terminalPhone, entry));
    }

    /** What both versions say is not gone in between: somebody may ask. */
    private void putNeighbours(RegistryEntry known, String mn, Details.Station station) {
        station.neighbours().forEach(other -> comparers(other).add(mn));
        if (known != null) {
            ((Details.Station) known.details())
                    .neighbours().stream()
                            .filter(other -> !station.neighbours().contains(other))
                            .forEach(other -> comparers(other).remove(mn));
        }
    }

    private Set<String> comparers(String mn) {
        return comparedBy.computeIfAbsent(mn, none -> new ConcurrentSkipListSet<>());
    }

    public Optional<RegistryEntry> find(RegistryKind kind, String id) {
        return Optional.ofNullable(entries.get(kind).get(id));
    }

    /** What is known of a thing, of the given type of details. */
    public <D extends Details> Optional<D> details(Class<D> type, RegistryKind kind, String id) {
        return find(kind, id).map(RegistryEntry::details).map(type::cast);
    }

    /** The vehicle that a terminal belongs to. */
    public Optional<RegistryEntry> vehicleOfTerminal(String terminalPhone) {
        return Optional.ofNullable(vehicleOfTerminal.get(terminalPhone));
    }

    /** MNs of the stations that compare themselves with this one. */
    public List<String> comparedBy(String mn) {
        return List.copyOf(comparedBy.getOrDefault(mn, Set.of()));
    }

    /** Code of the site around which a station measures, or null. */
    public String siteOf(String mn) {
        return details(Details.Station.class, RegistryKind.STATION, mn)
                .map(Details.Station::site)
                .orElse(null);
    }

    /** Whether a place lies in a zone in which vehicles have no business by night, and in none within it in which they have. */
    public boolean isSensitive(GeoPoint place) {
        return sensitive.contain(place);
    }

    /** The firm and the people to whom a vehicle is tied, the firm first, people by code; at most as many as are asked for. Of an entry that changes meanwhile it says all or nothing. */
    public synchronized List<Subject> tiesOf(String plate, int most) {
        String carrier = details(Details.Vehicle.class, RegistryKind.VEHICLE, plate)
                .map(Details.Vehicle::carrier)
                .orElse(null);
        return ties.of(plate, carrier, most);
    }

    /** Entries of a kind by id, behind {@code after}; it may be null. */
    public Collection<RegistryEntry> behind(RegistryKind kind, String after) {
        NavigableMap<String, RegistryEntry> ofKind = entries.get(kind);
        return after == null ? ofKind.values() : ofKind.tailMap(after, false).values();
    }
}
