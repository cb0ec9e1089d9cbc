package io.sanse.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house: who may know whom, what a pure core may not touch, where time, chance and print come from. */
@AnalyzeClasses(packages = "io.sanse", importOptions = ArchitectureTest.WhatIsShipped.class)
class ArchitectureTest {
    /** Neither tests nor what they share in a test-jar. */
    static final class WhatIsShipped implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final String[] SERVICES = {
        "io.sanse.ingest..", "io.sanse.model..", "io.sanse.alert..", "io.sanse.notify..", "io.sanse.gateway.."
    };
    private static final String[] PURE = {
        "io.sanse.contract.alert..",
        "io.sanse.contract.detection..",
        "io.sanse.contract.observation..",
        "io.sanse.contract.place..",
        "io.sanse.contract.registry..",
        "io.sanse.ingest.decode..",
        "io.sanse.model.detect..",
        "io.sanse.model.trace.domain..",
        "io.sanse.alert.domain..",
        "io.sanse.notify.domain..",
        "io.sanse.standalone.city..",
        "io.sanse.standalone.night.."
    };

    @ArchTest
    static final ArchRule servicesKnowNoOtherService = slices().matching(
                    "io.sanse.(ingest|model|alert|notify|gateway)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theLauncherIsKnownByNobody = noClasses()
            .that()
            .resideOutsideOfPackages("io.sanse.standalone..", "io.sanse.embedded..", "io.sanse.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sanse.standalone..", "io.sanse.embedded..");

    @ArchTest
    static final ArchRule theEmbeddedStoresKnowNoModule = noClasses()
            .that()
            .resideInAPackage("io.sanse.embedded..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are ours",
                    target -> target.getPackageName().startsWith("io.sanse.")
                            && !target.getPackageName().startsWith("io.sanse.embedded")));

    @ArchTest
    static final ArchRule thePlatformKnowsNoService = noClasses()
            .that()
            .resideInAnyPackage("io.sanse.contract..", "io.sanse.runtime..", "io.sanse.auth..", "io.sanse.deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule theRuntimeKnowsNoContract = noClasses()
            .that()
            .resideInAPackage("io.sanse.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sanse.contract..", "io.sanse.auth..", "io.sanse.deadletter..");

    @ArchTest
    static final ArchRule theGatewayTouchesNeitherSqlNorKafka = noClasses()
            .that()
            .resideInAPackage("io.sanse.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.vertx.pgclient..",
                    "io.vertx.sqlclient..",
                    "java.sql..",
                    "io.sanse.runtime.kafka..",
                    "io.sanse.runtime.pg..");

    @ArchTest
    static final ArchRule theCoresKnowNoMachinery = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.streams..",
                    "java.sql..",
                    "java.net..",
                    "java.nio.file..",
                    "io.sanse.runtime.kafka..",
                    "io.sanse.runtime.pg..");

    @ArchTest
    static final ArchRule theCoresAreToldTheTime = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.InstantSource")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule onlyTheRuntimeLoopsOverAConsumer = noClasses()
            .that()
            .resideOutsideOfPackages("io.sanse.runtime.kafka..", "io.sanse.bench..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule theClockIsAParameter = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule chanceHasASeed = noClasses()
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current");

    @ArchTest
    static final ArchRule onlyTheLauncherPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.sanse.standalone.Screen")
            .and()
            .resideOutsideOfPackage("io.sanse.bench..")
            .should()
            .accessTargetWhere(theStandardStreams())
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    private static DescribedPredicate<JavaAccess<?>> theStandardStreams() {
        return DescribedPredicate.describe(
                "are System.out or System.err",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getName().equals("out") || access.getName().equals("err")));
    }

    @ArchTest
    static final ArchRule nothingStaticChanges = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Common|Helper|Manager|Constants)");

    @ArchTest
    static final ArchRule nobodySubclassesAnOwnBaseVerticle = classes()
            .that()
            .areAssignableTo(io.vertx.core.Verticle.class)
            .should()
            .beAssignableTo(directVerticles());

    private static DescribedPredicate<JavaClass> directVerticles() {
        return DescribedPredicate.describe("direct subclasses of Vert.x's own", verticle -> verticle.getRawSuperclass()
                .map(parent -> parent.getPackageName().equals("io.vertx.core"))
                .orElse(true));
    }
}
