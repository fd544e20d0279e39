/// Wordings that news pages use around their articles, as words in lower case.
struct Phrases {
  private let byFirstWord: [String: [[String]]]

  /// Takes phrases with commas between them.
  init(_ list: String) {
    let phrases = list.split(separator: ",").map { phrase in
      phrase.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
    byFirstWord = Dictionary(grouping: phrases.filter { !$0.isEmpty }) { $0[0] }
  }

  /// True when the words are one of the phrases.
  func matchWhole(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return byFirstWord[first]?.contains { $0 == words } ?? false
  }

  /// True when the words begin with one of the phrases.
  func matchStart(of words: [String]) -> Bool { matches(words, at: 0) }

  /// True when one of the phrases stands anywhere in the words.
  func matchAnywhere(in words: [String]) -> Bool {
    words.indices.contains { matches(words, at: $0) }
  }

  private func matches(_ words: [String], at index: Int) -> Bool {
    guard index < words.count, let phrases = byFirstWord[words[index]] else { return false }
    return phrases.contains { words[index...].starts(with: $0) }
  }
}

/// The wordings by what they tell.
enum FurniturePhrases {
  /// Names of sections and controls, of which menus are made.
  static let menu = Phrases(
    """
    home, homepage, news, world, politics, business, sport, sports, opinion, opinions, opinion &
    analysis, entertainment, lifestyle, life & style, culture, arts, art, books, music, film,
    films, movies, tv, radio, video, videos, photos, gallery, multimedia, podcast, podcasts, live,
    live tv, watch live, watch, listen, login, log in, log out, sign in, sign up, sign out,
    register, subscribe, subscribe now, subscriptions, search, menu, more, contact, contact us,
    about, about us, our team, privacy, privacy policy, terms, terms of use, terms of service,
    terms & conditions, terms and conditions, cookie policy, cookie settings, careers, jobs,
    advertise, advertise with us, newsletter, newsletters, weather, health, tech, technology,
    science, environment, climate, travel, food, fashion, style, autos, motoring, property, real
    estate, local, local news, national, nation, international, regional, economy, markets, money,
    finance, education, crime, courts, investigations, features, feature, columns, columnists,
    editorial, editorials, comment, letters, obituaries, classifieds, e-paper, epaper, e-edition,
    shop, store, donate, support us, my account, account, profile, settings, help, faq, faqs,
    sitemap, site map, rss, latest, latest news, breaking news, top stories, top news, world news,
    us, u.s, uk, asia, africa, europe, americas, latin america, middle east, football, cricket,
    games, crosswords, puzzles, horoscopes, sections, all sections, archive, archives, topics,
    tags, explore, trending, popular, column, analysis, in depth, in pictures, magazine, special
    reports, fact check, corrections, accessibility, ethics, edition, editions, english
    """)

  /// Controls and notices that fill a line alone.
  static let control = Phrases(
    """
    skip to content, skip to main content, skip to navigation, skip navigation, no menu items,
    toggle navigation, open menu, close menu, close, main menu, menu, search, search for, search
    icon, back, back to top, back to home, top, previous, next, previous article, next article,
    previous post, next post, previous story, next story, now reading, you are here, you are
    reading, loading, loading more, load more, show more, view more, view all, see all, see more,
    print, print this, print article, print this page, text size, font size, a a a, listen, listen
    to this article, listen to article, listen to story, audio, watch, play, pause, play video,
    mute, unmute, slideshow, view gallery, open in app, save, saved, bookmark, save article, add
    to favorites, add to favourites, copy link, copy, link copied, go to top, scroll to top, home,
    home page, latest news, breaking news, follow, following, follow us, follow topic, subscribe,
    subscribe now, sign in, log in, login, register, sign up, go, ok, submit, cancel, dismiss, got
    it, read, read article, read full article, read the full article, read the full story, read
    full story, continue reading, keep reading, switch edition, menu search, search menu, expand,
    collapse, enlarge image, view in browser, view this email in your browser, view comments, full
    story, breaking
    """)

  /// Names of networks and ways to share.
  static let sharing = Phrases(
    """
    facebook, twitter, x, instagram, threads, whatsapp, telegram, linkedin, pinterest, reddit,
    youtube, tiktok, messenger, snapchat, tumblr, viber, line, vk, flipboard, pocket, mastodon,
    bluesky, wechat, weibo, signal, email, e-mail, mail, print, share, shares, tweet, tweets, pin,
    post, save, copy link, copy url, sms, google, google news, like, link, copy, more
    """)

  /// What a request to the reader is about.
  static let readerObject = Phrases(
    """
    our, us, your inbox, your email, your e-mail, newsletter, newsletters, telegram, whatsapp,
    facebook, twitter, instagram, tiktok, youtube, linkedin, google news, the app, mobile app,
    podcast, push notifications, notifications, subscription, unlimited access, full access, your
    account, an account, free account, a comment, this article, this story, this post, this page,
    more stories, latest stories, latest news, breaking news, updates, e-edition, ad-free
    """)

  /// Verbs with which a page addresses its reader.
  static let request = Phrases(
    """
    subscribe, sign up, sign-up, sign in, follow, share, join, download, click, tap, get, support,
    donate, register, log in, login, stay, check out, send, tell, listen, watch, read, see, do not
    miss, don't miss, have, got, want, like, become, help, contact, email, comment, leave, scroll,
    enter, visit, enjoy, enjoying, love, do you, are you, please, try, receive, add, make, turn
    on, enable, start, unlock, find us, discover, browse, view, write to, purchase, buy
    """)

  /// Openings that lead to another article. The rest of the line is its headline.
  static let teaser = Phrases(
    """
    read more, read also, also read, read next, also see, see also, related article, related
    articles, related story, related stories, related coverage, related news, related content,
    related reading, related video, related posts, related topics, must read, don't miss, up next,
    recommended for you, recommended stories, recommended reading, you may also like, you might
    also like, you may also be interested, you might be interested, more from, more on this, more
    stories, more coverage, more news, watch also, also watch, watch more, further reading, read
    the full, read our full, read the original, in case you missed it, icymi, from the archive,
    from our archives, previous coverage, our earlier report, earlier coverage, also on, suggested
    reading, more like this, learn more, find out more
    """)

  /// Openings that lead to another article when a colon or bar follows, or when they fill the line.
  static let labelledTeaser = Phrases(
    """
    related, read, see, watch, listen, more, exclusive video, recommended, opinion, analysis,
    explainer, explained, in pictures, gallery, photos, photo gallery, video, next, previous,
    earlier, featured, trending, also, previous article, next article, previous post, next post,
    continue reading
    """)

  /// Heads of lists of other articles.
  static let listHead = Phrases(
    """
    most popular, most read, most viewed, most shared, most commented, most recent, trending,
    trending now, trending stories, trending news, top stories, top news, top reads, latest,
    latest news, latest stories, latest posts, latest articles, latest headlines, recommended,
    recommended for you, recommended stories, recommended articles, related, related articles,
    related stories, related news, related posts, related content, related coverage, related
    topics, related links, related reading, you may also like, you might also like, you may like,
    you may have missed, you might have missed, read next, read more, up next, what to read next,
    more stories, more news, more headlines, more like this, more on this story, more on this
    topic, more to explore, more from this section, more from author, more articles, editor's
    pick, editor's picks, editors' picks, editors picks, editor's choice, staff picks, must read,
    must reads, don't miss, in case you missed it, recent posts, recent articles, recent stories,
    recent news, popular, popular posts, popular stories, popular news, popular articles, popular
    now, from around the web, around the web, from the web, elsewhere on the web, sponsored
    stories, promoted stories, promoted content, featured stories, featured articles, featured,
    featured posts, today's headlines, headlines, other stories, other news, in other news, see
    also, keep reading, watch more, more videos, top videos, latest videos, further reading, what
    others are reading, people also read, readers also liked
    """)

  /// Advertisement marks that fill a line.
  static let advertisement = Phrases(
    """
    advertisement, advertisment, advertisements, advertising, advert, adverts, ad, ads, ad
    feedback, sponsored, sponsored content, sponsored post, sponsored by, promoted, promoted
    content, paid content, paid post, paid partnership, partner content, brand content, story
    continues below, article continues below, story continues below advertisement, article
    continues below advertisement, story continues after advertisement, article continues after
    advertisement, article continues after ad, story continues after ad, continue reading below,
    continues below, scroll to continue, scroll to continue with content, scroll down to continue,
    scroll for more, advertisement scroll to continue, advertisement article continues below,
    advertisement story continues below, advertisement continue reading below, advertisement
    scroll to continue reading, skip advertisement, skip ad, remove ads, report this ad,
    advertisement - scroll to continue, this article continues below, after the ad, advertisement
    article continues after ad, advertisement story continues below this ad, story continues below
    this ad, article continues below this ad
    """)

  /// What comment boxes say.
  static let comments = Phrases(
    """
    leave a reply, leave a comment, leave your comment, leave comment, post a comment, post
    comment, add a comment, add comment, write a comment, your email address will not be
    published, required fields are marked, save my name email, save my name, log in to comment,
    login to comment, sign in to comment, log in to leave a comment, you must be logged in, join
    the conversation, join the discussion, be the first to comment, view comments, show comments,
    hide comments, read comments, load comments, no comments, comments are closed, comments are
    moderated, this site uses akismet, notify me of follow-up, notify me of new, please enter your
    comment, please enter your name, cancel reply, have your say, what do you think, comments
    section, commenting is closed
    """)

  /// What consent banners and script notices say.
  static let cookies = Phrases(
    """
    we use cookies, uses cookies, use of cookies, accept cookies, accept all cookies, manage
    cookies, cookie preferences, reject all, accept all, manage preferences, manage consent,
    privacy preferences, we value your privacy, we care about your privacy, you consent to, you
    agree to our, by continuing to use, by using this site, by subscribing you, by signing up you,
    by clicking, please enable javascript, enable javascript, javascript is disabled, javascript
    is required, does not support javascript, your browser does not support, please disable your
    ad blocker, ad blocker, protected by recaptcha, personal data will be used
    """)

  /// Rights lines.
  static let rights = Phrases(
    """
    all rights reserved, may not be published broadcast, may not be reproduced, may not be
    republished, reproduction in whole or in part, reproduction without permission, no part of
    this, prior written permission, express written permission, terms of use apply
    """)

  /// Embedded posts.
  static let embed = Phrases(
    """
    view this post on, a post shared by, view post on, see this post on, show this thread, this
    content is not available due to, this content is hosted by, a post by, read the full
    conversation, replying to, this tweet is unavailable, content from twitter, allow twitter
    content, allow instagram content, view on twitter, view on instagram, view on x, loading tweet
    """)

  /// Words that fill up a line which only gives a date or a time.
  static let clockFiller: Set<String> = [
    "published", "posted", "updated", "modified", "last", "first", "created", "date", "on", "at",
    "by", "pm", "am", "p.m", "a.m", "hrs", "hours", "gmt", "utc", "est", "edt", "pst", "pdt", "cst",
    "cdt", "mst", "bst", "cet", "cest", "eet", "ist", "sgt", "myt", "hkt", "jst", "aest", "aedt",
    "wib", "pht", "pkt", "eat", "wat", "et", "pt", "ct", "ago", "min", "mins", "minute", "minutes",
    "hour", "day", "days", "week", "weeks", "month", "months", "read", "issued", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "the", "this", "article", "was", "more", "than",
    "time", "local", "of", "story",
  ]
}

extension FurniturePhrases {
  /// Verbs of `request` that are as often nouns: they need an object that is the page's or the
  /// reader's own.
  static let ambiguousRequest = Phrases(
    """
    share, support, help, contact, comment, like, love, want, visit, email, start, read, watch,
    view, see, write to, have, got, make, add, try, listen, leave, enter, do you, are you, browse,
    discover, stay, send, tell, join, get, buy, purchase, receive, donate, click
    """)

  /// Objects that only the page and its reader have.
  static let ownObject = Phrases(
    """
    our, your inbox, your email, your e-mail, your account, this article, this story, this post,
    this page, newsletter, newsletters, push notifications, here to, a tip, news tip, a comment,
    your thoughts, your comments, your opinion, your feedback, your subscription, your friends,
    whatsapp channel, telegram channel, breaking news alerts, the latest news, latest updates,
    independent journalism, quality journalism, unlimited access, more stories like this
    """)

  /// What only a request for money or an address says, wherever it stands in a short line.
  static let appeal = Phrases(
    """
    our newsletter, our newsletters, our free newsletter, our daily newsletter, our weekly
    newsletter, our free daily newsletter, our morning newsletter, to your inbox, in your inbox,
    our telegram channel, our whatsapp channel, our youtube channel, our facebook page, our mobile
    app, our app, already a subscriber, not a subscriber, already have an account, create a free
    account, create an account, start your free trial, cancel anytime, support our journalism,
    support independent journalism, our journalism, unlimited digital access, for subscribers
    only, subscribers only, this article is for subscribers, to continue reading, keep reading for
    free, never miss a story, thank you for reading, thanks for reading, have a tip, got a tip,
    have a story tip, got a story tip, free articles remaining, free articles left, become a
    member, become a supporter, your email address, enter your email
    """)

  /// Openings of lines on who made the article.
  static let credits = Phrases(
    """
    reporting by, additional reporting by, additional reporting, writing by, written by, edited
    by, editing by, compiled by, translated by, with inputs from, with input from, with reporting
    by, with reporting from, with additional reporting, story by, words by, reported by, produced
    by
    """)

  /// Openings of image captions and credits that need no colon.
  static let captionStart = Phrases(
    """
    featured image, feature image, cover image, header image, lead image, main image, top image,
    thumbnail image, cover photo, featured photo, photo by, photos by, image by, images by,
    picture by, pictures by, photograph by, photographs by, photo courtesy, photos courtesy, image
    courtesy, images courtesy, picture courtesy, video courtesy, photo credit, photo credits,
    image credit, image credits, picture credit, photo source, image source, image caption, file
    photo, file image, file picture, file pic, undated photo, screenshot from, screengrab from,
    screenshot by, screengrab of a, photo illustration, photo via, image via, images via, photos
    via, picture via
    """)

  /// Openings that make a caption or a credit when a colon follows.
  static let captionLabel = Phrases(
    """
    photo, photos, image, images, picture, pictures, pic, pics, pix, photograph, photographer,
    credit, credits, graphic, illustration, screenshot, screengrab, file, file photo, courtesy,
    via, source, sources, photo credit, image credit, photo source, image source, photo by, video
    credit, caption, infographic
    """)

  /// What a caption says of an image that does not show the event.
  static let stockImage = Phrases(
    """
    for illustration purposes, for illustration purpose, for illustrative purposes, for
    illustration only, for representational purposes, for representation purposes, for
    representational purpose, representational image, representative image, representational
    photo, representational picture, illustrative image, illustrative photo, stock photo, stock
    image, getty images, ap photo
    """)

  /// Words that make a bracket at the end of a line a credit.
  static let pictureWords: Set<String> = [
    "photo", "photos", "image", "images", "picture", "pictures", "pic", "pics", "pix", "photograph",
    "screenshot", "screengrab", "illustration", "reproduction", "getty", "shutterstock",
    "unsplash", "pixabay", "pexels", "istock", "wikimedia", "flickr", "handout", "courtesy",
    "credit", "graphic", "video", "file",
  ]

  /// Openings of tag lists.
  static let tagLabel = Phrases(
    """
    tags, tag, topics, topic, filed under, categories, category, keywords, in this article, in
    this story, explore more on these topics, related topics, labels, posted in, tagged, tagged
    with, more on, mentioned in this article
    """)

  /// Lower-case words that may stand inside names.
  static let nameJoiners: Set<String> = [
    "of", "the", "and", "for", "via", "by", "de", "da", "del", "la", "las", "los", "le", "van",
    "von", "der", "den", "bin", "binti", "al", "el", "y", "e", "on", "in", "from", "at", "with",
    "di", "du", "dos", "ibn", "courtesy", "file", "photo", "images", "reproduction",
  ]

  /// What an author's biography says the author does.
  static let writerTrades: Set<String> = [
    "writer", "reporter", "journalist", "editor", "correspondent", "columnist", "freelancer",
    "contributor", "producer", "author", "photojournalist", "photographer", "blogger",
    "copywriter", "broadcaster", "intern", "subeditor", "sub-editor", "chief",
  ]
}
