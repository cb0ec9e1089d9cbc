package io.sanse.model.detect.operator.road;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.List;

/** What the registry knows of passes. */
final class RoadView {
    private final World world;

    RoadView(World world) {
        this.world = world;
    }

    /** The vehicle's registration, or null. */
    RegistryEntry vehicle(Pass pass) {
        return world.vehicle(pass.plate());
    }

    /** As registered; of a vehicle that is not, as the camera saw it; a dash when nobody knows. */
    String vehicleClass(Pass pass) {
        RegistryEntry known = vehicle(pass);
        String text =
                known == null ? pass.capture().vehicleClass() : ((Details.Vehicle) known.details()).vehicleClass();
        return text == null ? "–" : text;
    }

    /** The zone of one of these types in which the camera stands, or null. */
    Zone zone(Pass pass, List<String> types) {
        return zone(pass.location(), types);
    }

    /** The zone of one of these types around a place, or null. */
    Zone zone(GeoPoint place, List<String> types) {
        if (place == null) {
            return null;
        }
        for (Zone zone : world.zonesAt(place.longitude(), place.latitude())) {
            if (types.contains(zone.type())) {
                return zone;
            }
        }
        return null;
    }

    /** Type of the site's zone, or an empty text. */
    String siteType(String site) {
        Zone zone = site == null ? null : world.zone(site);
        return zone == null ? "" : zone.type();
    }

    /** At the camera of a pass, with its name. */
    Finding at(Finding finding, Pass pass) {
        Entry<Details.Camera> camera = world.camera(pass.camera());
        RegistryEntry vehicle = vehicle(pass);
        finding.at(pass.location(), camera == null ? null : camera.details().division())
                .names("camera", Labels.camera(world, pass.camera()))
                .because(EvidenceOf.pass(pass));
        if (camera != null) {
            finding.refers("camera:" + camera.id(), camera.version());
        }
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }
}
