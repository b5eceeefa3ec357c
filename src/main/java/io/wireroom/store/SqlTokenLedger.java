package io.wireroom.store;

import io.wireroom.brief.model.TokenLedger;
import io.wireroom.deliver.Notice;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** What models cost a day, as rows: a budget holds over restarts. Thread-safe. */
public final class SqlTokenLedger implements TokenLedger {

  private final Database database;

  private final Clock clock;

  public SqlTokenLedger(Store store, Clock clock) {
    this.database = store.database();
    this.clock = clock;
  }

  @Override
  public boolean reserve(LocalDate day, long tokens, long budget) {
    return database.write(
        handle -> {
          long spent =
              handle
                  .createQuery("SELECT spent FROM model_tokens WHERE day = ?")
                  .bind(0, day.toString())
                  .mapTo(Long.class)
                  .findOne()
                  .orElse(0L);
          boolean fits = spent + tokens <= budget;
          if (fits) {
            add(handle, day, tokens);
          } else {
            NoticeRows.post(handle, Notice.budgetSpent(day, budget, clock.instant()));
          }
          return fits;
        });
  }

  @Override
  public void settle(LocalDate day, long reserved, long used) {
    database.write(handle -> add(handle, day, used - reserved));
  }

  private static int add(Handle handle, LocalDate day, long tokens) {
    return handle.execute(
        "INSERT INTO model_tokens (day, spent) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET spent"
            + " = model_tokens.spent + excluded.spent",
        day.toString(),
        tokens);
  }
}
