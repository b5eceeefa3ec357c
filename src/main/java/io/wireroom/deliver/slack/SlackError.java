package io.wireroom.deliver.slack;

import io.wireroom.deliver.Outcome.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Slack's word for a failure means here, and what a person can do about it. What only a person
 * can mend switches the destination off at once: trying again would fail the same way, for every
 * message that waits. A word that is not in the list is tried again by the schedule. Source: Slack,
 * errors of {@code chat.postMessage} and of incoming webhooks.
 *
 * @param advice in words, with what to do; empty when there is nothing to do
 */
record SlackError(Verdict verdict, String advice) {

  private static final SlackError UNKNOWN = new SlackError(Verdict.RETRY, "");

  private static final Map<String, SlackError> KNOWN = known();

  /**
   * @param code such as {@code channel_not_found}
   */
  static SlackError of(String code) {
    return KNOWN.getOrDefault(code, UNKNOWN);
  }

  static boolean isKnown(String code) {
    return KNOWN.containsKey(code);
  }

  private static Map<String, SlackError> known() {
    Map<String, SlackError> errors = new HashMap<>();
    channel(errors);
    token(errors);
    webhook(errors);
    workspace(errors);
    put(
        errors,
        Verdict.RETRY,
        "Slack does not take its layout: it goes out as plain text",
        SlackSender.REFUSED_BLOCKS);
    put(
        errors,
        Verdict.REJECTED,
        "Slack does not take this message; please report it, with the brief's id",
        List.of(
            "msg_too_long",
            "no_text",
            "invalid_payload",
            "invalid_arguments",
            "invalid_form_data",
            "invalid_json",
            "missing_text_or_fallback_or_attachments",
            "too_many_attachments",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "metadata_must_be_sent_from_app",
            "metadata_too_large"));
    put(
        errors,
        Verdict.RETRY,
        "the message it should answer is gone: it goes out on its own",
        SlackSender.REFUSED_THREAD);
    put(
        errors,
        Verdict.THROTTLED,
        "too many messages at once; it goes out when Slack allows",
        List.of("ratelimited", "rate_limited", "message_limit_exceeded", "accesslimited"));
    put(
        errors,
        Verdict.RETRY,
        "a fault at Slack; it is tried again",
        List.of(
            "fatal_error",
            "internal_error",
            "service_unavailable",
            "request_timeout",
            "server_error",
            "rollup_error",
            "team_added_to_org",
            "org_login_required"));
    return Map.copyOf(errors);
  }

  private static void channel(Map<String, SlackError> errors) {
    off(
        errors,
        "check the channel's name or id; the bot sees a private channel only once it is invited there"
            + " (/invite @its-name)",
        "channel_not_found");
    off(errors, "invite the bot: type /invite @its-name in the channel", "not_in_channel");
    off(errors, "unarchive the channel, or name another", "is_archived", "channel_is_archived");
    off(
        errors,
        "a setting of the channel or workspace forbids the bot to post there; ask an admin",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "channel_type_not_supported",
        "cannot_post_in_private",
        "action_prohibited",
        "posting_to_general_channel_denied");
  }

  private static void token(Map<String, SlackError> errors) {
    off(
        errors,
        "make a new bot token (scope chat:write) and put it into the config",
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
        "user_is_bot",
        "no_permission");
    off(
        errors,
        "give the app the scope chat:write (chat:write.public for channels it has not joined) and"
            + " install it again",
        "missing_scope");
  }

  private static void webhook(Map<String, SlackError> errors) {
    off(
        errors,
        "the webhook is gone: make a new one in Slack and put its address into the config",
        "no_service",
        "no_service_id",
        "no_active_hooks",
        "invalid_token",
        "no_team",
        "user_not_found",
        "team_not_found");
  }

  private static void workspace(Map<String, SlackError> errors) {
    off(
        errors,
        "the workspace or the app's access to it is switched off; ask an admin",
        "team_disabled",
        "team_access_not_granted",
        "access_denied",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "two_factor_setup_required",
        "app_not_installed",
        "method_deprecated",
        "deprecated_endpoint");
  }

  private static void off(Map<String, SlackError> errors, String advice, String... codes) {
    put(errors, Verdict.DESTINATION_OFF, advice, List.of(codes));
  }

  private static void put(
      Map<String, SlackError> errors, Verdict verdict, String advice, Iterable<String> codes) {
    codes.forEach(code -> errors.put(code, new SlackError(verdict, advice)));
  }
}
