package io.sanse.ingest.listen;

import io.sanse.ingest.ObservationPublisher;
import io.sanse.ingest.session.DeviceDirectory;

/**
 * What the listeners need of the rest of the service.
 *
 * @param directory what the registry knows of devices
 * @param publisher where observations go
 * @param letters where refused input goes
 */
public record Devices(DeviceDirectory directory, ObservationPublisher publisher, DeadLetterSink letters) {}
