package io.sanse.model.detect.operator.road;

import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.operator.road.Convoy.Company;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds who kept company with whom among the passes of a site. */
final class Companies {
    private final Question question;
    private final RoadView view;
    private final List<Pass> passes;
    private final Map<String, List<Pass>> byCamera = new HashMap<>();
    private final Map<String, List<Pass>> byPlate = new HashMap<>();

    /** Those who passed one point within the span, at most one pass of each. */
    private record Point(String camera, List<Pass> passes) {
        Set<String> plates() {
            Set<String> plates = new TreeSet<>();
            passes.forEach(pass -> plates.add(pass.plate()));
            return plates;
        }

        int shared(Set<String> members) {
            return (int) passes.stream()
                    .map(Pass::plate)
                    .filter(members::contains)
                    .distinct()
                    .count();
        }
    }

    /** @param passes sorted by time */
    Companies(Question question, List<Pass> passes) {
        this.question = question;
        this.view = new RoadView(question.world());
        List<String> exempt = question.parameters().texts("exemptClasses");
        this.passes = passes.stream()
                .filter(pass -> !exempt.contains(view.vehicleClass(pass)))
                .toList();
        for (Pass pass : this.passes) {
            byCamera.computeIfAbsent(pass.camera(), none -> new ArrayList<>()).add(pass);
            byPlate.computeIfAbsent(pass.plate(), none -> new ArrayList<>()).add(pass);
        }
    }

    /** In the order of the passes that completed them. */
    List<Company> all() {
        List<Company> all = new ArrayList<>();
        for (Pass pass : passes) {
            Point here = point(pass.camera(), pass, pass.at() - within());
            if (here.plates().size() >= minVehicles()) {
                Company company = company(pass, here);
                if (company.points() > 1) {
                    all.add(company);
                }
            }
        }
        return all;
    }

    /** Goes through the points where most of those who are here passed together, and keeps those who were at all of them. */
    private Company company(Pass last, Point here) {
        Set<String> members = here.plates();
        List<Point> points = new ArrayList<>(List.of(here));
        for (Point point : earlier(last, members)) {
            if (point.shared(members) >= minVehicles()) {
                members.retainAll(point.plates());
                points.add(point);
            }
        }
        List<Pass> together = points.stream()
                .flatMap(point -> point.passes().stream())
                .filter(pass -> members.contains(pass.plate()))
                .sorted(Pass.ORDER)
                .toList();
        return new Company(
                new TreeSet<>(members),
                points.size(),
                (int) points.stream().filter(point -> isQuiet(point, members)).count(),
                points.stream().anyMatch(this::isWatched),
                together);
    }

    /** Where the vehicle that completes the company had passed before, each point with as many of the members as passed together; the fullest first. */
    private List<Point> earlier(Pass last, Set<String> members) {
        long since = last.at() - question.parameters().ms("window");
        Map<String, Point> points = new TreeMap<>();
        for (Pass pass : byPlate.get(last.plate())) {
            boolean inWindow = pass.at() >= since && pass.at() <= last.at();
            if (inWindow && !pass.camera().equals(last.camera())) {
                points.merge(
                        pass.camera(),
                        best(pass.camera(), pass, members),
                        (one, other) -> one.shared(members) >= other.shared(members) ? one : other);
            }
        }
        return points.values().stream()
                .sorted(Comparator.comparingInt(point -> -point.shared(members)))
                .toList();
    }

    /** The span around a vehicle's pass that holds most of the members. */
    private Point best(String camera, Pass around, Set<String> members) {
        return byCamera.get(camera).stream()
                .filter(pass -> Math.abs(pass.at() - around.at()) <= within() && pass.at() >= around.at())
                .map(pass -> point(camera, pass, pass.at() - within()))
                .max(Comparator.comparingInt(point -> point.shared(members)))
                .orElseThrow();
    }

    private Point point(String camera, Pass last, long from) {
        List<Pass> there = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Pass> all = byCamera.get(camera);
        int at = Collections.binarySearch(all, last, Pass.ORDER);
        for (int i = at; i >= 0 && all.get(i).at() >= from; i--) {
            if (seen.add(all.get(i).plate())) {
                there.add(all.get(i));
            }
        }
        return new Point(camera, there);
    }

    private boolean isQuiet(Point point, Set<String> members) {
        long until = point.passes().stream().mapToLong(Pass::at).max().orElseThrow();
        long from = until - question.parameters().ms("quietBefore");
        long others = byCamera.get(point.camera()).stream()
                .filter(pass -> pass.at() >= from && pass.at() <= until && !members.contains(pass.plate()))
                .count();
        return others <= question.parameters().count("quietOthers");
    }

    private boolean isWatched(Point point) {
        return view.zone(point.passes().get(0), question.parameters().texts("watchedTypes")) != null;
    }

    private int minVehicles() {
        return question.parameters().count("minVehicles");
    }

    private long within() {
        return question.parameters().ms("within");
    }
}
