import type { ReactNode } from "react";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { DateParts } from "@/components/form/date-parts";
import { FileField } from "@/components/form/file-field";
import { CodeField, PasswordField, TextArea, TextField } from "@/components/form/text-fields";
import { Columns, Page, Section } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { BackLink, Breadcrumb } from "@/components/ui/breadcrumb";
import { Button, ButtonLink, ButtonRow } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { CopyCode } from "@/components/ui/copy-code";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty";
import { Choices, Input, Select } from "@/components/ui/field";
import { Heading, Lead, Prose } from "@/components/ui/heading";
import { Icon, iconNames } from "@/components/ui/icon";
import { InsetText, Warning } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Card } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { FilterBar, SearchBox } from "@/components/ui/search";
import { Stat, StatRow } from "@/components/ui/stat";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";
import { Timeline } from "@/components/ui/timeline";
import { Verdict } from "@/components/ui/verdict";
import { localeOf } from "@/lib/i18n/routing";
import { SampleForm } from "./sample-form";
import { samples } from "./samples";

const here = "#main";

/** Every part in every state, for the eye and for axe. Developers only. */
export default async function Styleguide({ params }: { params: Promise<{ locale: string }> }) {
  const s = samples[await localeOf(params)];
  const rows = [
    {
      reference: "QH-2026-004217-X",
      han: "陳大文",
      latin: "CHAN Tai Man",
      what: s.architect,
      days: 3,
      due: "2026-12-04",
    },
    {
      reference: "QH-2026-004198-3",
      han: "歐陽𨋢嘅",
      latin: "AU-YEUNG Lift Kei",
      what: s.surveyor,
      days: 9,
      due: "2026-11-24",
    },
    {
      reference: "QH-2026-004051-K",
      han: null,
      latin: "FERNANDES DA SILVA, Maria João",
      what: s.adviser,
      days: 11,
      due: "2026-11-20",
    },
  ];
  return (
    <Page width="wide" back={{ href: here, label: s.previous }} notice={<Notice title={s.noticeInfo} />}>
      <Breadcrumb label={s.title} items={[{ href: here, label: s.caption }, { label: s.title }]} />
      <Heading caption={s.service}>{s.title}</Heading>
      <Lead>{s.lead}</Lead>
      <Columns
        aside={
          <Card>
            <SearchBox action="" label={s.search} button={s.button} hint={s.hint} />
          </Card>
        }
      >
        <Prose>
          <p>
            {s.body} <TextLink href={here}>{s.details}</TextLink>
          </p>
          <ul>
            <li>{s.check}</li>
            <li>{s.upload}</li>
          </ul>
        </Prose>
        <ButtonRow>
          <ButtonLink href={here} icon="arrow">
            {s.start}
          </ButtonLink>
          <Button kind="secondary" type="button">
            {s.later}
          </Button>
          <Button kind="danger" type="button">
            {s.refuse}
          </Button>
          <Button kind="quiet" type="button">
            {s.change}
          </Button>
          <PrintButton label={s.print} />
        </ButtonRow>
      </Columns>

      <Row>
        <Tag outline>{s.draft}</Tag>
        <Tag colour="brand">{s.review}</Tag>
        <Tag colour="gold" icon="arrow">
          {s.turn}
        </Tag>
        <Tag colour="violet">{s.second}</Tag>
        <Tag colour="jade" icon="tick">
          {s.approved}
        </Tag>
        <Tag colour="red" outline>
          {s.refused}
        </Tag>
        <Tag colour="jade" icon="tick">
          {s.force}
        </Tag>
        <Tag colour="gold" icon="pause">
          {s.suspended}
        </Tag>
        <Tag colour="red" icon="cross">
          {s.revoked}
        </Tag>
        <Tag outline>{s.expired}</Tag>
      </Row>

      <Notice tone="turn" title={s.noticeTurn}>
        <TextLink href={here}>{s.submit}</TextLink>
      </Notice>
      <Notice tone="good" title={s.noticeGood} />
      <Notice tone="bad" title={s.noticeBad}>
        {s.noticeText}
      </Notice>

      <StatRow>
        <Stat
          label={s.registered}
          value="731"
          href={here}
          note={s.target}
          meter={{ value: 731, max: 1000, label: s.target }}
        />
        <Stat label={s.valid} value="702" href={here} />
        <Stat label={s.inTime} value="94 %" tone="jade" href={here} />
        <Stat label={s.overdue} value="9" tone="red" href={here} note={s.oldest} />
      </StatRow>

      <FilterBar action="" button={s.button}>
        <Input label={s.reference} name="reference" width={20} />
        <Select
          label={s.field}
          name="field"
          options={[
            { value: "", label: s.all },
            { value: "construction", label: s.construction },
          ]}
        />
      </FilterBar>
      <Table
        caption={s.caption}
        rows={rows}
        rowKey={(row) => row.reference}
        columns={[
          {
            key: "reference",
            head: s.reference,
            rowHeader: true,
            cell: (row) => (
              <TextLink href={here}>
                <Code value={row.reference} />
              </TextLink>
            ),
          },
          { key: "person", head: s.person, cell: (row) => <PersonName han={row.han} latin={row.latin} /> },
          { key: "what", head: s.qualification, cell: (row) => row.what },
          { key: "days", head: s.days, numeric: true, cell: (row) => row.days },
          {
            key: "due",
            head: s.due,
            cell: (row) => <time dateTime={row.due}>{row.due}</time>,
            sort: { href: here, label: s.sort, direction: "ascending" },
          },
          {
            key: "status",
            head: s.status,
            cell: (row) =>
              row.days > 10 ? (
                <Tag colour="gold" icon="arrow">
                  {s.turn}
                </Tag>
              ) : (
                <Tag colour="brand">{s.review}</Tag>
              ),
          },
        ]}
      />
      <Pagination
        label={s.pages}
        previous={{ href: here, label: s.previous }}
        next={{ href: here, label: s.next }}
        note="1,000+"
      />

      <Columns
        aside={
          <>
            <Choices
              legend={s.field}
              name="fields"
              type="checkbox"
              selected={["construction"]}
              options={[
                { value: "construction", label: s.construction },
                { value: "tax", label: s.tax },
              ]}
            />
            <Timeline
              label={s.events}
              events={[
                {
                  key: 3,
                  title: s.requested,
                  tone: "turn",
                  who: s.reviewer,
                  when: { words: s.on, iso: "2026-11-22" },
                  detail: s.stopped,
                },
                { key: 2, title: s.accepted, tone: "good", who: s.reviewer, when: { words: s.on, iso: "2026-11-22" } },
                { key: 1, title: s.submitted, who: s.applicant, when: { words: s.on, iso: "2026-11-22" } },
              ]}
            />
          </>
        }
      >
        <TaskList
          groups={[
            { title: s.before, tasks: [{ name: s.check, href: here, status: { label: s.completed } }] },
            { title: s.about, tasks: [{ name: s.give, href: here, status: { label: s.progress, colour: "brand" } }] },
            {
              title: s.papers,
              tasks: [{ name: s.upload, href: here, status: { label: s.notStarted, colour: "grey" } }],
            },
            { title: s.send, tasks: [{ name: s.submit, hint: s.after, status: { label: s.cannot } }] },
          ]}
        />
        <SummaryList
          title={s.names}
          items={[
            { term: s.chinese, detail: "陳大文", action: { href: here, label: s.change, hidden: s.chinese } },
            {
              term: s.latin,
              detail: "CHAN Tai Man",
              action: { href: here, label: s.change, hidden: s.latin },
              changed: s.changed,
            },
            { term: s.born, detail: s.none, action: { href: here, label: s.change, hidden: s.born } },
          ]}
        />
      </Columns>

      <InsetText>{s.inset}</InsetText>
      <Warning label={s.important}>{s.warning}</Warning>
      <Details summary={s.details}>{s.body}</Details>
      <EmptyState title={s.empty} action={<ButtonLink href={here}>{s.start}</ButtonLink>}>
        {s.emptyText}
      </EmptyState>
      <CopyCode value="7K3ZQX9M4T2WVB8N5RHJ6PYCDA" label={s.copy} copiedLabel={s.copied} group={4} large />

      <Section title={s.verdicts.valid}>
        {(["valid", "suspended", "ended", "replaced", "unknown"] as const).map((kind) => (
          <Verdict key={kind} kind={kind} title={s.verdicts[kind]} level={3}>
            {s.on}
          </Verdict>
        ))}
      </Section>

      <div className="max-w-form text-form">
        <ClientWords>
          <SampleForm
            submit={s.continue}
            secondary={<TextLink href={here}>{s.later}</TextLink>}
            hidden={{ version: "3" }}
          >
            <Heading level={2}>{s.formTitle}</Heading>
            <TextField name="surname" label={s.surname} hint={s.surnameHint} width={20} />
            <TextField name="hkid" label={s.hkid} width={10} sensitive optional />
            <DateParts name="born" label={s.born} birthday />
            <RadioGroup
              name="route"
              label={s.route}
              options={[
                { value: "examination", label: s.examination, hint: s.examinationHint },
                {
                  value: "reciprocity",
                  label: s.reciprocity,
                  reveal: <TextField name="other" label={s.which} width={20} />,
                },
              ]}
            />
            <CheckboxGroup
              name="fields"
              label={s.fields}
              options={[
                { value: "construction", label: s.construction },
                { value: "tax", label: s.tax },
              ]}
            />
            <SelectField name="field" label={s.field} empty options={[{ value: "tax", label: s.tax }]} />
            <TextArea name="work" label={s.summary} maxLength={500} />
            <Checkbox name="consent" label={s.consent} hint={s.consentHint} />
            <PasswordField name="password" label={s.password} autoComplete="new-password" />
            <CodeField name="code" label={s.code} kind="otp" />
          </SampleForm>
          <div className="mt-8">
            <FileField uploadUrl="/api/styleguide" label={s.paper} hint={s.paperHint} />
          </div>
        </ClientWords>
      </div>
      <BackLink href={here}>{s.previous}</BackLink>
      <Row>
        {iconNames.map((name) => (
          <span key={name} className="inline-flex items-center gap-1 text-note">
            <Icon name={name} /> {name}
          </span>
        ))}
      </Row>
    </Page>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
