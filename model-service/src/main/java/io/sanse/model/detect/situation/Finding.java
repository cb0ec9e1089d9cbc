package io.sanse.model.detect.situation;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Evidence;
import io.sanse.model.detect.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What a detection rests on and names, put together by an operator. */
public final class Finding {
    private static final int MAX_EVIDENCE = 64;

    private final long from;
    private GeoPoint location;
    private String division;
    private Double tonnes;
    private String sourceEnterprise;
    private final Set<Subject> mentions = new LinkedHashSet<>();
    private final Map<UUID, Supplier<Evidence>> evidence = new LinkedHashMap<>();
    private final Set<UUID> beyond = new HashSet<>();
    private final Map<String, Long> references = new LinkedHashMap<>();
    private final Map<String, LocalizedText> names = new LinkedHashMap<>();

    /** @param from first event time that it rests on, ms */
    public Finding(long from) {
        this.from = from;
    }

    /** @param division its division code, or null to have it found by the place */
    public Finding at(GeoPoint place, String divisionCode) {
        location = place;
        division = divisionCode;
        return this;
    }

    public Finding amount(Double inTonnes) {
        tonnes = inTonnes;
        return this;
    }

    public Finding source(String enterprise) {
        sourceEnterprise = enterprise;
        return enterprise == null ? this : mentions(Subject.enterprise(enterprise));
    }

    public Finding mentions(Subject subject) {
        if (subject != null) {
            mentions.add(subject);
        }
        return this;
    }

    /** The decisive ones first; only the first 64 are shown. */
    public Finding because(Proof one) {
        if (one != null && evidence.size() < MAX_EVIDENCE) {
            evidence.putIfAbsent(one.observation(), one.written());
        } else if (one != null) {
            beyond.add(one.observation());
        }
        return this;
    }

    /** Whether an observation is among what it rests on, shown or not. */
    public boolean restsOn(UUID observation) {
        return evidence.containsKey(observation) || beyond.contains(observation);
    }

    public Finding refers(String key, long version) {
        references.put(key, version);
        return this;
    }

    public Finding names(String name, LocalizedText text) {
        names.put(name, text);
        return this;
    }

    public long from() {
        return from;
    }

    public GeoPoint location() {
        return location;
    }

    public String division() {
        return division;
    }

    /** Division code of where it lies, or null when nobody knows. */
    public String divisionIn(World world) {
        return division == null ? world.divisionAt(location) : division;
    }

    public Double tonnes() {
        return tonnes;
    }

    public String sourceEnterprise() {
        return sourceEnterprise;
    }

    public List<Subject> mentions() {
        return new ArrayList<>(mentions);
    }

    public List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(evidence.size());
        for (Supplier<Evidence> written : evidence.values()) {
            all.add(written.get());
        }
        return all;
    }

    /** Whether it rests on just these observations, in this order. */
    public boolean restsOn(List<Evidence> known) {
        if (known.size() != evidence.size()) {
            return false;
        }
        Iterator<UUID> ids = evidence.keySet().iterator();
        for (Evidence one : known) {
            if (!one.observation().equals(ids.next())) {
                return false;
            }
        }
        return true;
    }

    public Map<String, Long> references() {
        return references;
    }

    public Map<String, LocalizedText> names() {
        return names;
    }

    @Override
    public String toString() {
        return "from " + from + Objects.toString(location, "");
    }
}
