package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a small service by Microsoft's documents. */
class AzureServerTest extends AzureSuite {

  private AzureServer server;

  @BeforeEach
  void start() throws IOException {
    server = new AzureServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  AzureAccess access() {
    return new AzureAccess(
        AzureServer.ACCOUNT, server.endpoint(), AzureServer.KEY, null, "public, max-age=60");
  }

  @Test
  void a_shared_access_signature_goes_with_each_address_and_is_never_shown() {
    AzureAccess access =
        new AzureAccess(AzureServer.ACCOUNT, server.endpoint(), null, AzureServer.SAS, null);
    Letter letter = letter(storage("azure://news", access));

    Outcome outcome = put(letter, text("a", "one"));

    assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
    assertThat(server.names()).containsExactly("a");
    assertThat(letter.destination().secrets()).containsExactly(AzureServer.SAS);
  }

  @Test
  void without_an_endpoint_the_account_is_part_of_the_host_name() {
    AzureAccess access = new AzureAccess("newsaccount", null, AzureServer.KEY, null, null);

    assertThat(BucketRequests.of(storage("azure://news/b", access)).get("a", Letters.NOW).uri())
        .hasToString("https://newsaccount.blob.core.windows.net/news/b/a");
  }

  @Test
  void a_key_that_is_none_is_named_and_not_shown() {
    AzureAccess access =
        new AzureAccess("newsaccount", server.endpoint(), "not base64!", null, null);

    assertThatThrownBy(() -> put(letter(storage("azure://news", access)), text("a", "a")))
        .hasMessageContaining("account-key is no base64")
        .hasMessageNotContaining("not base64!");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthorizationPermissionMismatch, DESTINATION_OFF, 'sas may not write there'",
    "403, KeyBasedAuthenticationNotPermitted, DESTINATION_OFF, 'use sas'",
    "503, ServerBusy, THROTTLED, 'too many at once'",
    "413, RequestBodyTooLarge, REJECTED, 'does not take'",
    "500, InternalError, RETRY, 'answered 500 InternalError'",
    "403, '', RETRY, 'check account-key or sas'",
    "409, BlobAlreadyExists, DELIVERED, 'was there already'"
  })
  void every_answer_has_its_verdict_in_words(
      int status, String code, Verdict verdict, String words) {
    Letter letter = letter(storage("azure://news", access()));
    String body = code.isEmpty() ? "" : "<Error><Code>" + code + "</Code></Error>";

    Outcome outcome =
        new StorageSender().read(letter, text("a", "a"), Letters.reply(status, body, Map.of()));

    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(words);
  }
}
