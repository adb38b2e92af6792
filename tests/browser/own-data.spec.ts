import { expect, test } from './open-atlas.ts';

test('a pasted table with an ambiguous 鼓楼区 is asked about, imported, coloured, and undone; GBK is read, a damaged workbook refused', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open('#ws=integration&set=yangtze5&recipe=paper&off=agglomerations,provinces,labels');
  await page.getByRole('button', { name: '自有数据…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: '或粘贴表格' })
    .fill('区县,年份,通勤时长（分钟）\n鼓楼区,2020,41\n武侯区,2020,"38"\n阿斯顿,2020,7\n锦江区,2020,=A1\n');
  await dialog.getByRole('button', { name: '读取' }).click();
  const understood = dialog.getByTestId('import-reading');
  await expect(understood).toContainText('请先回答下面的同名问题');
  await expect(dialog.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
  await expect(dialog.getByRole('region', { name: '未采用的行与格' })).toContainText('没有这个地方');
  await expect(dialog.getByRole('region', { name: '未采用的行与格' })).toContainText('是公式，不是数值');
  await dialog.getByRole('region', { name: '同名的地方，请指明' }).getByRole('combobox').click();
  await page.getByRole('option', { name: /南京市 鼓楼区/ }).click();
  await expect(understood).not.toContainText('请先回答');
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(dialog).toBeHidden();
  const legend = page.getByTestId('legend');
  await expect(legend).toContainText('通勤时长');
  await expect(legend).toContainText('自有数据：粘贴的表格');
  await expect(page).toHaveURL(/show=value:own/);
  await page.keyboard.press('Control+z');
  await expect(legend).not.toContainText('通勤时长');
  await page.getByRole('button', { name: '自有数据…' }).click();
  await expect(dialog.getByText('项目里的自有数据')).toBeHidden();

  // 城市,2020 / 成都,9 / 绵阳,6 in GBK.
  const gbk = Buffer.from('b3c7cad02c323032300ab3c9b6bc2c390ac3e0d1f42c360a', 'hex');
  const file = dialog.locator('input[type="file"]');
  await file.setInputFiles({ name: '得分.csv', mimeType: 'text/csv', buffer: gbk });
  await expect(understood).toContainText('2 行：采用 2 行');
  await expect(understood).toContainText('GB18030');
  await file.setInputFiles({
    name: '坏.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from('504b0304140000000800', 'hex'),
  });
  await expect(dialog.getByRole('alert')).toContainText('工作簿已损坏或不完整');

  // 50 MB of nonsense, made in the page.
  await file.evaluate((input: HTMLInputElement) => {
    const transfer = new DataTransfer();
    const part = new Uint8Array(1_000_000).fill(0x2c);
    transfer.items.add(
      new File(
        Array.from({ length: 50 }, () => part),
        '乱.csv',
      ),
    );
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(dialog.getByRole('alert')).toContainText('文件过大（上限 20 MB）');
});
