/**
 * Words that tell of the same thing, written by hand for questions about news: what people ask by
 * one word and articles print by another. Their stems are compared, so inflections that are regular
 * need no entry. A word may stand in several groups.
 *
 * Everyday speech comes beside the newspaper's words, topic by topic, because people ask in the one
 * and articles are written in the other.
 */
export const wordGroups = `
  buy bought purchase acquire acquisition takeover pay paid
  pay paid spend spent cost fund finance bankroll
  sell sold sale divest divestment offload
  own owner ownership owned parent belong possess
  price cost worth value valued charge bill
  money fund funding dollar finance cash fee payment
  debt owe owed loan borrow borrowed liabilities
  cheap cheaper low affordable
  expensive dear costly pricey
  poor poorer low-income low income developing
  rich wealthy billionaire tycoon
  profit earn earnings income revenue
  loss lost lose losses deficit
  wage salary pay earn
  job work worked employ employee employer staff worker
  invest investor investment backer back backed shareholder stake
  share stake stock shares
  stake own owns third part
  offer bid bidder proposal propose tender
  contract deal agreement accord pact
  deal sale takeover agreement talks
  negotiate negotiation talk talks discuss discussion
  saving savings reserve reserves
  donate donation give gift charity
  tax levy duty
  cut reduce reduced slash lower
  budget spending
  bankrupt collapse insolvent bust

  begin began begun start launch open opened commence debut first
  end ended finish stop cease close conclude final expire over
  close closed closure shut shutting
  last lasted duration follow followed
  fade wane waned wear wears weaken dwindle
  pause suspend halt delay postpone stall wait
  wait delay hold
  quick quickly fast soon
  early earlier previous previously prior before former
  late later afterwards after following
  original originally former formerly until once previously before called
  next second following future upcoming
  new newly latest recent recently replace replacement
  old elderly aged older age over
  young younger kid teenager
  temporary interim
  year annual annually yearly
  continue keep carry
  happen occur
  change changed switch alter
  act action acting
  gather gathered attend attended

  found founder founded establish create start set
  make made maker manufacture manufacturer produce produced producer
  build built builder construct construction
  invent inventor invention create develop devise developed
  write wrote written writer author pen
  report study paper findings
  publish published release released issue issued appear
  sing sang sung singer song vocalist record perform
  play played player
  portray actor actress star cast starring role
  film movie picture
  show series programme program television sitcom

  win won winner victory victorious champion champions beat title trophy
  lose lost loser loss defeat defeated beaten reject
  lead led leader head chief chair chairs run ran runs boss president
  ceo boss executive chief head
  manage manager coach
  captain skipper
  club team side
  fan fans supporter supporters
  score goal
  match game fixture
  pitch field
  league division
  rank place position table

  ban block prohibit bar forbid forbidden outlaw restrict crackdown
  allow permit let authorise authorize approve licence license consent permission
  approve approval okay greenlight pass
  law act bill statute legislation legal authority rule code
  rule rules regulation code
  protect protected protection listed list safeguard
  illegal unlawful against
  lawsuit sue suit sued
  court judge tribunal
  arrest arrested detain custody
  jail imprison prison
  charge charged accuse accused indict allege blame
  convict conviction guilty
  police cop officer
  crime criminal offence
  kill killed murder slain
  steal stole stolen theft rob
  evidence proof prove
  investigate investigation inquiry probe review
  review oversee overseeing check examine inspect assess
  law authority powers

  announce declare report claim state
  say said tell told claim
  warn warning caution cautioned
  promise pledge vow commit
  admit confess acknowledge concede
  deny denied refuse decline
  refuse decline reject rejected turned
  reply replied respond response answer react reaction
  ask asked request question
  describe called call
  mention refer
  comment remark statement
  quote cite cited citing
  think thought believe believed view opinion reckon consider
  speak spoke spoken speech talk talked
  call phone telephone rang ring
  email mail letter
  tweet post posted message
  interview
  write wrote wrote
  boast brag
  joke
  speculate rumour rumor
  explain explanation
  criticise criticize criticism critic criticised condemn slam attack blast satisfy
  praise praised applaud commend hail
  apologise apologize apology sorry
  insult

  oppose opposed against reject opposition object
  support back backed endorse favour favor supports
  agree agreed consent accept
  disagree dispute disputed argue argument row quarrel
  dispute deny
  row argument feud fight clash quarrel
  debate discussion argument
  vote voted ballot election votes
  elect election elected
  campaign campaigned lobby push
  protest demonstration demonstrate rally gathered
  protester demonstrator
  suggest suggestion propose proposal idea
  demand require requirement need call
  must need necessary needed required has
  want wanted wish hope hoped keen desire like plan intend
  plan plans planned planning intend intention expect expected due aim
  reluctant unwilling hesitant
  willing ready prepared
  ready prepared
  relieved relief glad

  angry anger mad furious fury livid annoyed outraged cross
  happy pleased delighted welcome glad relieved
  sad upset unhappy disappointed
  worry worried concern concerned fear afraid scared anxious nervous
  fear feared afraid scared frightened dread
  surprise surprised shocked shock
  hope hoped optimistic
  sorry regret
  love loved adore like
  hate hated loathe dislike
  cautious careful wary

  sick ill illness disease unwell infection
  sick ill unwell severe severely
  severe severely serious seriously badly really bad major
  mild milder minor slight
  catch caught contract infect infected get infects
  spread spreads transmit carry carried carries cause caused infect
  cause caused trigger triggered prompt set
  cure treatment treat therapy medicine remedy
  treat treatment therapy
  medicine drug medication
  vaccine jab shot vaccinate vaccinated vaccination immunisation
  dose doses injection
  doctor physician medic
  nurse
  hospital clinic admitted hospitalised
  arm shoulder
  face facial
  weakness weak paralysis palsy
  ache sore pain painful hurt
  side-effect reaction effect
  die died death dead kill killed fatal life lives deceased
  survive survivor survived alive
  hurt injure injured injury wounded wound harm harmed casualty
  healthy well fit
  born birth birthplace native birthday
  pregnant pregnancy
  work works worked effective effectiveness efficacy protect protection cut reduce
  protect protection immune immunity guard
  worst weak weakest poor poorest bad
  worse bad poor
  best strong strongest good
  test tested trial study research experiment
  experiment experimental
  scientist researcher expert
  participant volunteer subject patient people
  sign signed sign-up
  enrol enroll recruit include

  father dad daddy papa
  mother mum mom mummy mama
  parent father mother
  daughter girl child kid
  son boy child kid
  child children kid kids
  brother sibling
  sister sibling
  family relatives
  married wife husband marriage wed spouse
  friend friends mate mates pal
  baby infant
  woman women lady
  man men guy bloke
  people person ppl folks
  bury buried burial grave
  boss employer chief
  colleague co-author

  minister secretary
  government administration ministry gov govt
  politician lawmaker legislator congressman senator
  congress senate house parliament
  country nation state
  government department ministry treasury cabinet
  president
  fire fired dismiss sack sacked oust
  quit resign resigned resignation leave step
  leave left depart exit
  hire appoint name appointed
  join joined member
  member belong part
  part participate participation involved involvement involve role
  spokesman spokesperson spokeswoman
  sanction penalty punish punishment fine
  threat danger threaten risk dangerous
  security safety safe
  safe safely safety secure
  risk threat danger threaten risks
  spy espionage surveillance
  data information info details
  share send sending feed feeding pass leak hand
  secret private confidential
  private closed
  war battle conflict
  fight fought battle
  attack assault strike bomb bombing explosion raid
  soldier troop army military

  car cars vehicle vehicles motor automobile traffic
  work repair repairs
  lorry truck
  truck lorry
  bike bicycle cycle cycling cyclist bicycles
  walk walking foot pedestrian
  drive driver
  train rail railway
  plane flight jet airline
  ship boat vessel
  road street route
  detour diversion route
  distance mile miles far journey longer
  trip journey travel
  crash accident collision
  bridge crossing
  heavy weigh weight tonne tonnes
  speed fast
  park parking
  station

  break broke broken crack cracked damage damaged wreck knackered
  damage damaged harm crack cracked
  knackered decay decayed rotten worn broken ruined rusty rust crumbling dilapidated
  rust corrode corrosion decay
  condition state shape
  fall fell fallen drop decline decrease collapse
  collapse fall fell
  rise rose rising risen increase increased grow grew grown growth climb soar up
  destroy demolish demolished demolition knock tear
  fix repair repaired rebuild rebuilt mend restore
  remove removed take scrap
  abandon abandoned drop dropped scrap scrapped ditch ditched shelve
  withdraw withdrew withdrawal withdrawn pull walked walk
  fail failed failure unsuccessful
  succeed success successful
  big large size huge major massive enormous
  small tiny little
  clear wipe cleared
  hold held
  choose chose chosen choice select pick preferred
  get got receive received obtain
  give gave given grant award
  take took taken
  take taken receive received accept
  send sent
  see saw seen
  seen describe described identify identified discover detect
  find found discover discovery locate detect learn learnt learned
  know knew known
  famous known celebrated notable popular
  popular huge famous
  use used usage usage utilise utilize
  use carry cross
  meaning mean indicate define refer denote signify
  name named call called known dub title
  part component section
  steal stole stolen
  meet met meeting
  teach taught teacher
  pupil student
  come came originate origin from native derive
  go went gone leave left
  live lived inhabit reside residence home habitat
  locate located location situated headquarters headquartered based site
  sit housed house
  company firm business corporation maker giant
  competitor rival competing opponent
  app application platform software site
  user users audience
  use user users
  newspaper paper daily outlet journal
  reporter journalist press
  story report news
  book novel
  factory plant
  source sources person people
  apply applied application applicant file filing submit
  use used apply
  delete deleted remove removed
  video clip clips
  site website
  internet online web
  phone mobile
  america american us united
  britain british uk
  color colour
  organisation organization
  city town
  population people
  weather storm rain
  winter summer season
  flood flooding
  help aid assist
  meal food eat
  number count tally total figure
  count votes tally
  percent percentage proportion share
  half
  approximately roughly
  reason cause because why
  enough sufficient
  equal same
  foreign international overseas abroad
  domestic local national
  local resident
  crowd gathered people
  public open
  seat seats place
  group party
  expand widen widening broaden scope
  more widen widening additional wider
  include included including
  alone only
  extend extended extension longer
  force forced make made
  stay remain keep
  exempt exception excluded
  consult consulted ask
  expect expected due predict forecast
  notice sign
  stand
  loan
`;

/** What people may be counted as; these are not near to one another. */
export const countedPeople = `passenger resident inhabitant worker employee visitor participant patient victim voter
  soldier student child children user customer civilian volunteer guest fan migrant refugee woman man
  women men adult lives`;
