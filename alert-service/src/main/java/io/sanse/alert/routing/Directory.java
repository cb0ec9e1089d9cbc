package io.sanse.alert.routing;

import io.sanse.alert.domain.event.Jurisdiction;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Departments and districts as the registry knows them.
 *
 * @param departments by id
 * @param districts counties and towns
 */
public record Directory(Map<String, Details.Department> departments, List<District> districts) {
    private record Found(District district, double depthM) {}

    public Directory {
        departments = Map.copyOf(departments);
        districts = List.copyOf(districts);
    }

    /** The department of a competence whose area is the smallest around a division; where the division is not known, the only one there is. */
    Optional<String> competentFor(String competence, String division) {
        Map<String, Details.Department> candidates = new LinkedHashMap<>();
        departments.entrySet().stream()
                .filter(entry -> competence.equals(entry.getValue().competence()))
                .filter(entry -> covers(entry.getValue().division(), division))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> candidates.put(entry.getKey(), entry.getValue()));
        if (division == null && candidates.size() != 1) {
            return Optional.empty();
        }
        return candidates.entrySet().stream()
                .max(Comparator.comparing(entry -> length(entry.getValue().division())))
                .map(Map.Entry::getKey);
    }

    private static boolean covers(String area, String division) {
        return division == null || (area != null && division.startsWith(area));
    }

    private static int length(String area) {
        return area == null ? 0 : area.length();
    }

    /** The enforcement squad of the town, else of the county, in which a division lies. */
    Optional<String> squadOf(String division) {
        return districts.stream()
                .filter(district -> division != null && division.startsWith(district.code()))
                .filter(district -> district.details().squad() != null
                        && departments.containsKey(district.details().squad()))
                .max(Comparator.comparing(district -> district.code().length()))
                .map(district -> district.details().squad());
    }

    /**
     * Where a place lies: the town around it, else the county, else what was said of it.
     *
     * @param place or null
     * @param said division code that came with it, or null
     * @param uncertaintyM how near to a line counts as on it, m
     */
    Jurisdiction locate(GeoPoint place, String said, double uncertaintyM) {
        if (place == null) {
            return new Jurisdiction(said, List.of());
        }
        List<Found> near = districts.stream()
                .map(district -> new Found(district, district.depthM(place)))
                .filter(found -> found.depthM() >= -uncertaintyM)
                .sorted(Comparator.comparing(Found::depthM).reversed())
                .toList();
        return deepest(near, District::isTown)
                .or(() -> deepest(near, district -> !district.isTown()))
                .map(found -> new Jurisdiction(found.district().code(), sides(near, found, uncertaintyM)))
                .orElseGet(() -> new Jurisdiction(said, List.of()));
    }

    private static Optional<Found> deepest(List<Found> near, Predicate<District> which) {
        return near.stream().filter(found -> which.test(found.district())).findFirst();
    }

    private static List<String> sides(List<Found> near, Found chosen, double uncertaintyM) {
        boolean town = chosen.district().isTown();
        List<String> all = near.stream()
                .filter(found -> found.district().isTown() == town)
                .map(found -> found.district().code())
                .sorted()
                .toList();
        return chosen.depthM() <= uncertaintyM ? all : List.of();
    }

    /** A district's name for people; its code when it is not known. */
    LocalizedText nameOf(String division) {
        return districts.stream()
                .filter(district -> district.code().equals(division))
                .map(district -> district.details().name())
                .findFirst()
                .orElseGet(() -> new LocalizedText(division, division));
    }
}
