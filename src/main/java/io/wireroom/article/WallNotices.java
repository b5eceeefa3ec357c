package io.wireroom.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How pages ask a reader to pay, log in, consent or prove to be human in order to read on. Phrases
 * that stand on walls only: a newsletter, a shop or a report elsewhere are offered in like words.
 */
final class WallNotices {

  /** The asking and what it is for, in one sentence, in either order. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:subscribe|subscription|log ?in|sign ?in|sign ?up|register|create an? (?:\\w+"
              + " )?account|become a (?:\\w+ )?(?:member|subscriber)|start your (?:\\w+"
              + " )?trial)\\b[^.!?]{0,60}\\b(?:to|and) (?:continue|keep reading|read"
              + " (?:this|the|on|more|full|in full|all)|access (?:this|the)|view"
              + " (?:this|the)|unlock|get full access|see the full)|\\bto (?:continue|keep)"
              + " reading\\b[^.!?]{0,60}\\b(?:subscri|log ?in|sign ?in|sign"
              + " ?up|register|account|member)");

  private static final Pattern OTHER_OFFERS =
      Pattern.compile("newsletter|e-?mail|inbox|podcast|channel|comment|scroll|discussion");

  private static final List<String> PHRASES =
      List.of(
          // English
          "continue reading with",
          "read the full story with",
          "account to read",
          "already a subscriber",
          "already a member",
          "subscribers only",
          "subscriber-only",
          "subscriber exclusive",
          "exclusive to subscribers",
          "exclusively for subscribers",
          "available to subscribers",
          "is for subscribers",
          "is for paid subscribers",
          "is for paying subscribers",
          "is for paying members",
          "is for members only",
          "is for premium",
          "is for registered",
          "reserved for subscribers",
          "reserved for our subscribers",
          "members only",
          "members-only",
          "create a free account to",
          "unlock this article",
          "unlock this story",
          "unlock the full",
          "this is a premium article",
          "you have reached your limit",
          "you've reached your limit",
          "you have reached your article limit",
          "you've read your last free",
          "you have read your last free",
          "free articles remaining",
          "free articles left",
          "free articles this month",
          "start your free trial",
          "accept cookies to",
          "consent to continue",
          "enable javascript and cookies to continue",
          "verify you are human",
          "verify that you are human",
          "confirm you are not a robot",
          // German
          "nur für abonnenten",
          "nur für abonnentinnen",
          "exklusiv für abonnenten",
          "exklusiv für plus",
          "mit einem abo weiterlesen",
          "abonnieren und weiterlesen",
          "anmelden und weiterlesen",
          "registrieren und weiterlesen",
          "um weiterzulesen",
          "jetzt weiterlesen",
          "weiterlesen mit",
          "lesen sie diesen artikel mit",
          "diesen artikel freischalten",
          "sie haben noch kein",
          "bereits abonnent",
          "schon abonnent",
          "noch kein abonnent",
          // French
          "réservé aux abonnés",
          "réservée aux abonnés",
          "réservé à nos abonnés",
          "réservée à nos abonnés",
          "article abonné",
          "déjà abonné",
          "pour lire la suite",
          "pour continuer votre lecture",
          "pour poursuivre votre lecture",
          "abonnez-vous pour lire",
          "connectez-vous pour lire",
          // Spanish
          "exclusivo para suscriptores",
          "solo para suscriptores",
          "sólo para suscriptores",
          "para seguir leyendo",
          "para continuar leyendo",
          "suscríbete para leer",
          "regístrate para leer",
          "ya eres suscriptor",
          "ya soy suscriptor",
          // Portuguese
          "exclusivo para assinantes",
          "exclusivo para subscritores",
          "já é assinante",
          "já é subscritor",
          "para continuar lendo",
          "para continuar a ler",
          "assine para ler",
          // Italian
          "riservato agli abbonati",
          "riservato ai nostri abbonati",
          "per continuare a leggere",
          "per leggere l'articolo completo",
          "abbonati per leggere",
          "sei già abbonato",
          // Dutch
          "alleen voor abonnees",
          "exclusief voor abonnees",
          "lees verder met",
          "om verder te lezen",
          "al abonnee",
          // Polish, Czech, Hungarian, Romanian
          "tylko dla prenumeratorów",
          "tylko dla subskrybentów",
          "czytaj dalej po",
          "aby czytać dalej",
          "jen pro předplatitele",
          "pouze pro předplatitele",
          "már előfizető",
          "csak előfizetőknek",
          "doar pentru abonați",
          // Swedish, Norwegian, Danish, Finnish
          "för prenumeranter",
          "redan prenumerant",
          "for abonnenter",
          "allerede abonnent",
          "for å lese videre",
          "for at læse videre",
          "læs videre med",
          "vain tilaajille",
          "oletko jo tilaaja",
          // Russian, Ukrainian, Greek, Turkish
          "только для подписчиков",
          "доступно по подписке",
          "чтобы читать дальше",
          "лише для передплатників",
          "μόνο για συνδρομητές",
          "sadece aboneler",
          "abonelere özel",
          // Chinese, Japanese, Korean
          "订阅后阅读",
          "登录后阅读",
          "会员专享",
          "訂閱後閱讀",
          "會員專屬",
          "会員限定",
          "有料会員",
          "ログインして続きを読む",
          "この記事は有料",
          "구독자 전용",
          "로그인 후 계속");

  private WallNotices() {}

  /**
   * @param text of a block that is short enough for a notice, in lower case
   */
  static boolean contains(String text) {
    return ASKED.matcher(text).find() && !OTHER_OFFERS.matcher(text).find()
        || PHRASES.stream().anyMatch(text::contains);
  }
}
