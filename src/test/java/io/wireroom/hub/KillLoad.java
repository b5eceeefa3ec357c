package io.wireroom.hub;

import io.wireroom.store.Audit;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kills the process many times over: {@code KillLoad [KILLS [ARTICLES [SEED]]]}. */
public final class KillLoad {

  private KillLoad() {}

  public static void main(String... args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path folder = Files.createTempDirectory("kill");
    try (KillRun run = new KillRun(folder, articles, seed, true)) {
      KillRun.Result result = run.run(kills);
      System.out.printf(
          "kills %d, runs %d, seed %d, articles %d, owed %d and the archive: lost %d, accepted"
              + " twice %d (Slack's channel %d), of these not named by the audit %d; in round-ups"
              + " %d, in two of them %d; updates in their thread %d, elsewhere %d; notices %d of"
              + " 1%n",
          result.kills(),
          result.runs(),
          seed,
          articles,
          result.owed(),
          result.missing().size(),
          result.doubled().size(),
          result.doubled().stream().filter(each -> each.startsWith("newsroom ")).count(),
          result.unnamed().size(),
          result.inRoundUps(),
          result.split().size(),
          result.threaded(),
          result.astray().size(),
          result.notices());
      Audit audit = result.audit();
      System.out.printf(
          "audit: briefs %d, owed %d, arrived %d", audit.briefs(), audit.owed(), audit.delivered());
      for (Audit.Kind kind : Audit.Kind.values()) {
        System.out.printf(", %s %d", kind, audit.count(kind));
      }
      System.out.println();
      result.missing().forEach(each -> System.out.println("lost " + each));
      result.astray().forEach(each -> System.out.println("astray " + each));
      result.split().forEach(each -> System.out.println("split " + each));
      audit.findings().stream()
          .filter(each -> each.kind() != Audit.Kind.AMBIGUOUS)
          .forEach(each -> System.out.println("audit " + each));
      result.unnamed().forEach(each -> System.out.println("not named " + each));
    }
    System.exit(0);
  }
}
