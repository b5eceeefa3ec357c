package io.wireroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Holds the code to the architecture: packages by stage, importing upstream only. */
@AnalyzeClasses(packages = "io.wireroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] STAGES = {
    "io.wireroom.net..",
    "io.wireroom.poll..",
    "io.wireroom.article..",
    "io.wireroom.brief..",
    "io.wireroom.story..",
    "io.wireroom.subscribe..",
    "io.wireroom.deliver.."
  };

  @ArchTest
  static final ArchRule only_hub_knows_camel =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.hub..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule only_store_knows_sql =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..");

  @ArchTest static final ArchRule poll_imports_no_later_stage = upstreamOnly("poll", 1);

  @ArchTest static final ArchRule article_imports_no_later_stage = upstreamOnly("article", 2);

  @ArchTest static final ArchRule brief_imports_no_later_stage = upstreamOnly("brief", 3);

  @ArchTest static final ArchRule story_imports_no_later_stage = upstreamOnly("story", 4);

  @ArchTest static final ArchRule subscribe_imports_no_later_stage = upstreamOnly("subscribe", 5);

  @ArchTest
  static final ArchRule stages_know_neither_store_nor_config_nor_hub =
      noClasses()
          .that()
          .resideInAnyPackage(STAGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.wireroom.store..",
              "io.wireroom.config..",
              "io.wireroom.hub..",
              "io.wireroom.cli..",
              "io.wireroom.web..");

  @ArchTest
  static final ArchRule config_imports_no_stage =
      noClasses()
          .that()
          .resideInAPackage("io.wireroom.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STAGES);

  @ArchTest
  static final ArchRule no_cycles = slices().matching("io.wireroom.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_fact_gate_and_the_ranker_know_nothing_of_briefs =
      noClasses()
          .that()
          .resideInAnyPackage("io.wireroom.brief.facts..", "io.wireroom.brief.rank..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.wireroom.brief", "io.wireroom.brief.model..");

  @ArchTest
  static final ArchRule only_one_package_knows_the_models_library =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.brief.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  @ArchTest
  static final ArchRule time_comes_in_through_the_constructor =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule the_environment_comes_in_through_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule threads_are_camels =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.wireroom.demo..", "io.wireroom.cli..")
          .should()
          .callConstructor(Thread.class, Runnable.class);

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Processor");

  private static ArchRule upstreamOnly(String stage, int position) {
    String[] later = new String[STAGES.length - position - 1];
    System.arraycopy(STAGES, position + 1, later, 0, later.length);
    return noClasses()
        .that()
        .resideInAPackage("io.wireroom." + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later);
  }
}
